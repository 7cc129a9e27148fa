// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/reader.h"

#include <QString>

namespace Whimbrel::Test {

struct Form
{
    QString sql;       ///< one line of a fixture: one or several statements
    QString operations; ///< what reading them gave, a line each
};

/// Reads each line of a fixture (but comments) as PostgreSQL.
QList<Form> readForms(const QString &fixture);
/// Compares with the fixture `expected`: "> statement", its operations, an empty line. WHIMBREL_UPDATE_FIXTURES=1 writes it anew, to
/// be read before it is committed.
void compareForms(const QList<Form> &forms, const QString &expected);
/// "add-column t.a int4", the operations of a text of one or several statements.
QString readText(const QString &sql);

} // namespace Whimbrel::Test
