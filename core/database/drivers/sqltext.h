// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "sql/dialect.h"
#include "sql/statement.h"

#include <QString>
#include <QVariant>

namespace Whimbrel {

/// `text` as a literal that means the same in every session state (standard_conforming_strings, sql_mode, SET NAMES).
QString literalOf(QStringView text, Dialect dialect);
QString identifierOf(QStringView name, Dialect dialect);
/// NULL, a number, a text, bytes: as a literal.
QString literalOf(const QVariant &value, Dialect dialect);

/// Our own SQL with each `?` outside of strings, names and comments replaced by the next parameter's literal; `??` is a
/// question mark. Errors: Statement where the counts differ.
Result<QString> withParameters(const QString &sql, const QVariantList &parameters, Dialect dialect);

/// True for statements whose count of rows means something, also when it is 0.
bool changesRows(QStringView sql);

/// Where in its file the character of `statement` stands that has `offset` UTF-16 units before it.
FilePosition scriptPosition(const Statement &statement, qsizetype offset);
/// UTF-16 units before the code point with this number, counted from 0.
qsizetype offsetOfCodePoint(QStringView text, qsizetype codePoint);
/// UTF-16 units before the byte with this number in the UTF-8 form, counted from 0.
qsizetype offsetOfUtf8Byte(QStringView text, qsizetype byte);
/// UTF-16 units before the line with this number, counted from 1.
qsizetype offsetOfLine(QStringView text, int line);

} // namespace Whimbrel
