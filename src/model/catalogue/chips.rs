//! The accelerators of `data/accelerators.csv`, every row: a figure that the table lacks is lacking here.

use super::Chip;

/// In the order of the table.
pub const CHIPS: [Chip; 19] = [
    Chip {
        key: "a100-80", label: "A100 SXM 80GB", memory_gb: 80.0, bandwidth_tb_s: 2.0,
        tflops_16: Some(312.0), tflops_8: None, tflops_4: None,
        link_gb_s: 300.0, domain: 8.0, kw: None, price_usd: Some([15000.0, 10000.0, 17000.0]),
    },
    Chip {
        key: "h800", label: "H800 SXM", memory_gb: 80.0, bandwidth_tb_s: 3.35,
        tflops_16: Some(989.0), tflops_8: Some(1979.0), tflops_4: None,
        link_gb_s: 200.0, domain: 8.0, kw: None, price_usd: None,
    },
    Chip {
        key: "h100", label: "H100 SXM", memory_gb: 80.0, bandwidth_tb_s: 3.35,
        tflops_16: Some(989.0), tflops_8: Some(1979.0), tflops_4: None,
        link_gb_s: 450.0, domain: 8.0, kw: Some(1.73), price_usd: Some([30000.0, 24000.0, 36000.0]),
    },
    Chip {
        key: "h200", label: "H200 SXM", memory_gb: 141.0, bandwidth_tb_s: 4.8,
        tflops_16: Some(989.0), tflops_8: Some(1979.0), tflops_4: None,
        link_gb_s: 450.0, domain: 8.0, kw: Some(1.73), price_usd: Some([35000.0, 28000.0, 42000.0]),
    },
    Chip {
        key: "b200", label: "B200 SXM", memory_gb: 180.0, bandwidth_tb_s: 8.0,
        tflops_16: Some(2250.0), tflops_8: Some(4500.0), tflops_4: Some(9000.0),
        link_gb_s: 900.0, domain: 8.0, kw: Some(2.17), price_usd: Some([40000.0, 32000.0, 48000.0]),
    },
    Chip {
        key: "b300", label: "B300 SXM", memory_gb: 268.0, bandwidth_tb_s: 8.0,
        tflops_16: Some(2250.0), tflops_8: Some(4500.0), tflops_4: Some(13500.0),
        link_gb_s: 900.0, domain: 8.0, kw: Some(2.17), price_usd: None,
    },
    Chip {
        key: "gb200", label: "GB200 NVL72", memory_gb: 192.0, bandwidth_tb_s: 8.0,
        tflops_16: Some(2500.0), tflops_8: Some(5000.0), tflops_4: Some(10000.0),
        link_gb_s: 900.0, domain: 72.0, kw: Some(2.1), price_usd: Some([47222.0, 34722.0, 48611.0]),
    },
    Chip {
        key: "gb300", label: "GB300 NVL72", memory_gb: 288.0, bandwidth_tb_s: 8.0,
        tflops_16: Some(2500.0), tflops_8: Some(5000.0), tflops_4: Some(15000.0),
        link_gb_s: 900.0, domain: 72.0, kw: Some(2.1), price_usd: Some([55556.0, 48611.0, 59722.0]),
    },
    Chip {
        key: "vr200", label: "VR200 NVL72", memory_gb: 288.0, bandwidth_tb_s: 22.0,
        tflops_16: None, tflops_8: Some(16700.0), tflops_4: Some(35000.0),
        link_gb_s: 1800.0, domain: 72.0, kw: None, price_usd: Some([108377.0, 69444.0, 126389.0]),
    },
    Chip {
        key: "tpu-v5e", label: "TPU v5e", memory_gb: 16.0, bandwidth_tb_s: 0.819,
        tflops_16: Some(197.0), tflops_8: None, tflops_4: None,
        link_gb_s: 200.0, domain: 256.0, kw: None, price_usd: None,
    },
    Chip {
        key: "tpu-v5p", label: "TPU v5p", memory_gb: 95.0, bandwidth_tb_s: 2.765,
        tflops_16: Some(459.0), tflops_8: Some(459.0), tflops_4: None,
        link_gb_s: 600.0, domain: 8960.0, kw: None, price_usd: None,
    },
    Chip {
        key: "tpu-v6e", label: "TPU v6e Trillium", memory_gb: 32.0, bandwidth_tb_s: 1.638,
        tflops_16: Some(918.0), tflops_8: Some(918.0), tflops_4: None,
        link_gb_s: 400.0, domain: 256.0, kw: None, price_usd: None,
    },
    Chip {
        key: "tpu-v7", label: "TPU7x Ironwood", memory_gb: 192.0, bandwidth_tb_s: 7.38,
        tflops_16: Some(2307.0), tflops_8: Some(4614.0), tflops_4: None,
        link_gb_s: 600.0, domain: 9216.0, kw: None, price_usd: None,
    },
    Chip {
        key: "mi300x", label: "MI300X", memory_gb: 192.0, bandwidth_tb_s: 5.3,
        tflops_16: Some(1307.0), tflops_8: Some(2615.0), tflops_4: None,
        link_gb_s: 448.0, domain: 8.0, kw: Some(1.79), price_usd: None,
    },
    Chip {
        key: "mi325x", label: "MI325X", memory_gb: 256.0, bandwidth_tb_s: 6.0,
        tflops_16: Some(1307.0), tflops_8: Some(2615.0), tflops_4: None,
        link_gb_s: 448.0, domain: 8.0, kw: Some(2.18), price_usd: None,
    },
    Chip {
        key: "mi355x", label: "MI355X", memory_gb: 288.0, bandwidth_tb_s: 8.0,
        tflops_16: Some(2516.0), tflops_8: Some(5033.0), tflops_4: Some(10066.0),
        link_gb_s: 576.0, domain: 8.0, kw: Some(2.65), price_usd: None,
    },
    Chip {
        key: "mi455x", label: "MI455X", memory_gb: 432.0, bandwidth_tb_s: 19.6,
        tflops_16: None, tflops_8: Some(20000.0), tflops_4: Some(40000.0),
        link_gb_s: 1800.0, domain: 72.0, kw: None, price_usd: None,
    },
    Chip {
        key: "trn2", label: "Trainium2", memory_gb: 96.0, bandwidth_tb_s: 2.9,
        tflops_16: Some(667.0), tflops_8: Some(1299.0), tflops_4: None,
        link_gb_s: 640.0, domain: 64.0, kw: None, price_usd: None,
    },
    Chip {
        key: "trn3", label: "Trainium3", memory_gb: 144.0, bandwidth_tb_s: 4.9,
        tflops_16: Some(671.0), tflops_8: Some(2517.0), tflops_4: Some(2517.0),
        link_gb_s: 1280.0, domain: 144.0, kw: None, price_usd: None,
    },
];
