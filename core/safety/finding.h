// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/statement.h"

#include <QString>

namespace Whimbrel {

/// A rule that fired.
struct Finding
{
    enum class Severity { Info, Warning, Error };

    QString rule; ///< stable id
    Severity severity = Severity::Warning;
    TextPosition start;
    TextPosition end; ///< exclusive
    QString message;
    QString why;
    QString fix;
};

} // namespace Whimbrel
