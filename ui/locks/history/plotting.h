// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's header is written for Qt's short keywords, which nothing here uses.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef foreach
#undef slots
#undef signals
