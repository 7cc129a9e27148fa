// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace Whimbrel {

/// What a colour says (design/UI.md, "Visual language"). The palette decides how it looks.
enum class ColorRole { Positive, Neutral, Negative, Active, Inactive, Normal };

/// "system", "light" or "dark"; anything else is "system". Takes effect at once in every open window.
void applyTheme(const QString &theme);
/// True if windows are light on dark now.
bool isDarkTheme();

/// For text and shapes on a list's or editor's background.
QColor roleColor(ColorRole role);
/// For a strip or chip behind text in the normal colour.
QColor roleBackground(ColorRole role);
/// An environment's colour by its name in whimbrel.toml ("red", "#c0392b"); invalid where none is given or known.
QColor environmentColor(const QString &name);
/// A filled dot in an environment's colour, a hollow one where it has none.
QIcon environmentIcon(const QColor &color);
/// Black or white, whichever reads better on `background`.
QColor textOn(const QColor &background);

} // namespace Whimbrel
