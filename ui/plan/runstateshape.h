// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan/runmodel.h"

#include <QColor>
#include <QPalette>

class QPainter;

namespace Whimbrel {

/// The colour role of a state, in the palette's colour scheme.
QColor runStateColor(RunState state, const QPalette &palette);

/// Draws a state's shape (design: "Visual language"), so that it reads without colour. `turn` is how far the running
/// arc has turned, from 0 to 1.
void paintRunState(QPainter &painter, const QRectF &rect, RunState state, const QPalette &palette, double turn);

} // namespace Whimbrel
