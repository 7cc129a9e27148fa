// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/definitions.h"

namespace Whimbrel {

/// How the values of a new type compare with those of the old one.
enum class TypeWidth {
    Same,
    Wider,     ///< every old value fits, and old code reads every new one into the same kind of value
    Narrower,  ///< some old values do not fit
    Different, ///< another kind of value altogether, or not known
};

TypeWidth typeWidth(const TypeName &from, const TypeName &to);

} // namespace Whimbrel
