// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/definitions.h"

#include <functional>

namespace Whimbrel {

/// True for a name that the server would not take, because something has it.
using NameTaken = std::function<bool(const QString &)>;

/// PostgreSQL's makeObjectName(): "first_second_label" in at most 63 bytes, the longer of the two parts cut first.
QString postgreSqlObjectName(const QString &first, const QString &second, const QString &label);
/// The first of "…_label", "…_label1", "…_label2" that is free.
QString postgreSqlFreeName(const QString &first, const QString &second, const QString &label, const NameTaken &taken);
/// The part of an index's or a foreign key's name that its columns give: "a_b".
QString postgreSqlColumnsPart(const QStringList &columns);
/// What an index's key and INCLUDE are called in its name: the columns, an expression's function, else "expr".
QStringList postgreSqlIndexColumns(const IndexDefinition &index);

/// MySQL's and MariaDB's for an index: its first column's, with _2, _3, … where that is taken.
QString mySqlIndexName(const QString &firstColumn, const NameTaken &taken);

} // namespace Whimbrel
