// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runplan.h"

#include <functional>

class QMessageBox;
class QWidget;

namespace Whimbrel {

/// Asks before a rollback, naming each migration and what is lost; the button is the verb, the default is Cancel.
/// Opens and returns; `agreed` is called if the person wants it.
QMessageBox *askToRollBack(const RunPlan &plan, const QString &target, QWidget *parent, std::function<void()> agreed);

/// Statements of the plan that take data with them, as far as their words tell: DROP, TRUNCATE, DELETE, ALTER ... DROP.
QStringList losingStatements(const RunPlan &plan);

} // namespace Whimbrel
