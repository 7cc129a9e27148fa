// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/tables.h"

namespace Whimbrel {

// What is wrong with a comment is found where comments are read: see safety/suppression.h.
RuleTable commentRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "suppression-without-reason",
            .category = Practice,
            .severity = Severity::Warning,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "A rule that is silenced without a reason is silenced for ever: "
                                                 "nobody can tell later whether the reason still holds."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Write the reason after the name of the rule."),
            .bad = "-- whimbrel: ignore table-drop-breaks-code\nDROP TABLE t",
            .good = "-- whimbrel: ignore table-drop-breaks-code nothing has read it since March\nDROP TABLE t",
            .equivalents = "",
            .check = nullptr,
        },
        {
            .id = "suppression-of-unknown-rule",
            .category = Practice,
            .severity = Severity::Warning,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "No rule has this name, so the comment silences nothing, and what it "
                                                 "was meant to silence may be silenced nowhere."),
            .fix =
                QT_TRANSLATE_NOOP("Whimbrel", "Use the name that the finding shows; “whimbrel rules” lists them all."),
            .bad = "-- whimbrel: ignore drop-the-table nothing reads it\nDROP TABLE t",
            .good = "-- whimbrel: ignore table-drop-breaks-code nothing reads it\nDROP TABLE t",
            .equivalents = "",
            .check = nullptr,
        },
        {
            .id = "suppression-stale",
            .category = Practice,
            .severity = Severity::Info,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP("Whimbrel", "The rule finds nothing here, so the comment only waits to hide a "
                                                 "later finding that nobody has judged."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Remove the comment."),
            .bad = "-- whimbrel: ignore table-drop-breaks-code nothing reads it\nSELECT 1",
            .good = "-- whimbrel: ignore table-drop-breaks-code nothing reads it\nDROP TABLE t",
            .equivalents = "",
            .check = nullptr,
        },
        {
            .id = "unknown-whimbrel-word",
            .category = Practice,
            .severity = Severity::Warning,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "The comment is meant for Whimbrel, but it is not understood, so nothing follows from it."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Use one of the words phase, ignore, batch, stall-budget, expect and "
                                                 "require, in the form the manual gives them."),
            .bad = "-- whimbrel: ignored table-drop-breaks-code nothing reads it\nSELECT 1",
            .good = "-- whimbrel: phase expand\nSELECT 1",
            .equivalents = "",
            .check = nullptr,
        },
    };
    return rules;
}

} // namespace Whimbrel
