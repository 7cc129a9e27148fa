// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Whimbrel {

/// Three-valued: facts may depend on what only the server knows.
enum class Answer { No, Yes, Depends };

/// What a statement does to one relation while it runs.
struct Impact
{
    QString relation;
    QString lock;          ///< the mode's name in the server's words
    bool certain = true;   ///< false: only possibly taken
    bool blocksReads = false;
    bool blocksWrites = false;
    Answer rewrite = Answer::No;
    Answer scan = Answer::No;

    bool operator==(const Impact &) const = default;
};

} // namespace Whimbrel
