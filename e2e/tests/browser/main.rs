//! Checks of the built page in a real browser. `Suite` says how to run some of them.

#![allow(clippy::print_stdout, reason = "what a check measured stands beside its result")]

mod address;
mod csv;
mod embed;
mod entry;
mod files;
mod flips;
mod futures;
mod json;
mod links;
mod loading;
mod look;
mod manifest;
mod methods;
mod moving;
mod ranges;
mod reading;
mod rules;
mod sanity;
mod sections;
mod slices;
mod sliders;
mod token;
mod waits;
mod widths;
mod workers_lost;

use std::process::ExitCode;

use e2e::{Check, Suite};

/// Makes a check of each function, under the function's name.
macro_rules! checks {
    ($($module:ident::$check:ident),+ $(,)?) => {
        vec![$(Check {
            name: concat!(stringify!($module), "::", stringify!($check)),
            run: |world| Box::pin($module::$check(world)),
        }),+]
    };
}

fn main() -> ExitCode {
    let suite = Suite { checks: all() };
    match suite.run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("{}", fault.0);
            ExitCode::FAILURE
        }
    }
}

/// All checks, the long ones first.
fn all() -> Vec<Check> {
    checks![
        links::a_hundred_valid_links_show_what_the_engine_says,
        futures::ten_thousand_moves_leak_nothing,
        links::a_hundred_careless_links_show_notices_and_no_nonsense,
        sliders::slider_buttons_arrows_and_typing_agree,
        json::the_json_of_fifty_links_is_what_the_command_line_prints,
        rules::axe_finds_no_violation_in_any_state,
        reading::every_entry_of_the_table_is_read_as_the_unit_test_reads_it,
        widths::no_page_scrolls_sideways_at_any_width,
        links::junk_links_open_with_a_notice,
        waits::a_boot_file_that_does_not_run_gives_way_to_a_line,
        waits::a_first_program_that_does_not_arrive_ends_in_a_line,
        waits::a_second_program_that_does_not_arrive_ends_in_a_line,
        files::settings_beyond_a_link_are_saved_and_opened_as_a_file,
        waits::each_fault_has_its_own_words,
        waits::without_scripts_nothing_is_said_to_be_worked_out,
        waits::offline_before_the_second_program_is_said,
        workers_lost::a_hung_worker_and_one_that_only_says_that_it_is_alive_are_given_up,
        workers_lost::after_a_deploy_the_open_page_still_answers,
        sliders::every_press_of_an_arrow_key_moves_one_step,
        loading::the_page_loads_from_any_path_and_requests_no_other_host,
        loading::reasons_of_a_later_set_arrive_or_a_line_says_that_they_did_not,
        loading::question_and_answer_are_readable_without_javascript,
        json::a_denied_clipboard_leaves_a_field_to_copy_from,
        entry::enter_and_blur_commit_and_escape_reverts,
        entry::a_refused_entry_leaves_the_last_valid_answer,
        entry::an_input_method_composes_undisturbed,
        entry::a_reset_row_leaves_refused_entries_of_others,
        entry::a_suggestion_is_applied_only_by_its_button,
        sliders::a_value_beyond_the_slider_is_used_and_pins_it,
        ranges::a_range_is_typed_echoed_listed_and_reset,
        ranges::links_with_ranges_fill_the_controls,
        address::a_bare_address_stays_bare_until_the_first_commit,
        address::reload_back_and_forward_show_the_same_digits,
        address::copy_link_always_names_version_and_date,
        address::presets_load_and_resets_revert_changes,
        manifest::every_input_is_on_the_page_in_the_link_and_in_the_table,
        manifest::a_link_that_changes_every_input_fills_every_control,
        manifest::nothing_needs_inline_styles_or_scripts,
        embed::a_sandboxed_frame_on_another_origin_answers,
        embed::the_card_shows_the_answer_of_the_futures,
        embed::page_and_card_say_the_same_or_nothing,
        embed::the_snippet_is_a_frame_with_the_link_escaped,
        look::the_dark_theme_follows_the_system_and_the_address,
        look::nothing_moves_with_reduced_motion,
        look::distant_sections_are_skipped_but_can_be_reached,
        csv::the_yearly_file_reopens_to_the_same_numbers,
        csv::the_yearly_table_is_a_real_table,
        token::impossible_choices_have_advice_with_a_button_that_helps,
        token::token_costs_are_those_of_the_engine,
        sections::sections_show_the_figures_of_the_engine,
        sections::the_set_button_of_a_lever_turns_the_answer,
        sections::sentences_beside_the_verdict_follow_it,
        sections::the_page_draws_sections_itself_without_workers,
        sections::the_newest_request_wins,
        sections::a_number_opens_its_working_down_to_the_inputs,
        sections::numbers_of_many_futures_open,
        futures::digits_do_not_depend_on_how_the_work_is_split,
        futures::a_sandboxed_frame_shows_the_same_digits,
        futures::the_newest_futures_win,
        futures::stopping_keeps_the_futures_so_far_and_states_their_number,
        futures::a_crash_changes_no_digit,
        slices::no_slice_delays_input,
        moving::no_wording_comes_back_during_a_drag,
        moving::the_answer_comes_before_the_sections,
        moving::a_slider_at_rest_has_its_answer_ready,
        moving::no_search_delays_the_answer,
        moving::a_busy_worker_already_holds_its_part_of_the_answer,
        flips::the_line_on_what_flips_the_answer_is_beside_it,
        futures::the_static_page_stays_if_wasm_lacks_simd,
        methods::tables_are_fetched_only_when_opened,
        methods::every_source_is_linked,
    ]
}
