//! What must hold of the built page, in a real browser. One check per sentence; see `Suite` for the ways to run them.

#![allow(clippy::print_stdout, reason = "what a check measured stands beside its result")]

mod address;
mod csv;
mod embed;
mod entry;
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
mod widths;

use std::process::ExitCode;

use e2e::{Check, Suite};

/// A check per function; its name is the function's.
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

/// The long ones first.
fn all() -> Vec<Check> {
    checks![
        links::a_hundred_valid_links_show_what_the_engine_says,
        futures::ten_thousand_moves_leave_nothing_behind,
        links::a_hundred_careless_links_show_notices_and_no_nonsense,
        sliders::slider_buttons_arrows_and_typing_agree,
        json::the_json_of_fifty_links_is_what_the_command_line_prints,
        rules::axe_finds_nothing_in_any_state,
        reading::every_entry_of_the_table_is_read_as_the_unit_test_reads_it,
        widths::no_page_scrolls_sideways_at_any_width,
        links::junk_links_open_with_a_notice,
        loading::the_page_loads_from_any_path_and_asks_no_other_host,
        loading::without_javascript_question_and_answer_are_readable,
        json::a_denied_clipboard_leaves_a_field_to_copy_from,
        entry::keys_commit_and_take_back,
        entry::a_refused_entry_leaves_the_last_valid_answer,
        entry::an_offer_is_applied_by_its_button_alone,
        sliders::a_value_beyond_the_slider_is_used_and_pins_it,
        ranges::a_range_is_typed_echoed_listed_and_taken_back,
        ranges::links_with_ranges_show_what_they_say,
        address::a_bare_address_stays_bare_until_the_first_commit,
        address::reload_back_and_forward_show_the_same_digits,
        address::copy_link_always_names_version_and_date,
        address::presets_load_and_resets_take_back,
        manifest::every_input_is_on_the_page_in_the_link_and_in_the_table,
        manifest::a_link_that_changes_every_input_fills_every_control,
        manifest::nothing_needs_inline_styles_or_scripts,
        embed::a_sandboxed_frame_on_another_origin_answers,
        embed::the_card_says_what_the_futures_say,
        embed::the_snippet_is_a_frame_with_the_link_escaped,
        look::dark_is_followed_and_can_be_asked_for,
        look::reduced_motion_moves_nothing,
        look::far_sections_wait_and_are_found,
        csv::the_yearly_file_reopens_to_the_same_numbers,
        csv::the_yearly_table_is_a_real_table,
        token::what_cannot_be_is_said_and_its_button_helps,
        token::its_figures_are_the_engines,
        sections::deeper_sections_are_the_engines,
        sections::a_lever_turns_the_answer,
        sections::sentences_beside_the_verdict_follow_it,
        sections::without_workers_the_page_works_it_out_itself,
        sections::the_newest_request_wins,
        sections::a_number_opens_its_working_down_to_the_inputs,
        sections::numbers_of_many_futures_open,
        futures::the_same_digits_however_they_are_split,
        futures::a_sandboxed_frame_says_the_same,
        futures::the_newest_futures_win,
        futures::a_stop_keeps_what_is_there_and_names_it,
        futures::a_crash_changes_no_digit,
        slices::no_slice_holds_up_input,
        moving::a_drag_flips_no_words_twice,
        moving::the_answer_comes_before_what_is_below,
        moving::a_slider_at_rest_has_its_answer_ready,
        moving::no_search_holds_up_the_answer,
        moving::the_next_part_is_at_hand,
        flips::what_flips_the_answer_stands_beside_it,
        futures::without_vectors_the_static_page_stays,
        methods::tables_are_fetched_only_when_opened,
        methods::every_source_is_linked,
    ]
}
