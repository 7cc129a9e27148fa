// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/dialect.h"

#include <QStringView>

namespace Whimbrel {

/// `name`, exactly as it is, as one identifier of SQL text: bare where the server reads it back unchanged, else in the
/// dialect's quotes. For text that people read; queries of our own quote always (Session::quotedIdentifier()).
QString identifierText(QStringView name, Dialect dialect);

/// `text` as a string literal that means the same whatever the server's settings, PostgreSQL's E'…' where there is a
/// backslash; MySQL's backslashes are doubled, as NO_BACKSLASH_ESCAPES is off unless somebody asks for it.
QString literalText(QStringView text, Dialect dialect);

/// The longest name the server takes; SQLite knows no limit, people do.
qsizetype identifierLimit(Dialect dialect);
/// What counts against identifierLimit(): bytes for PostgreSQL, characters elsewhere.
qsizetype identifierLength(QStringView name, Dialect dialect);

/// `name`, or as much of it as the server takes and a few digits of the rest, so that two long names stay two.
QString fittedIdentifier(QString name, Dialect dialect);

} // namespace Whimbrel
