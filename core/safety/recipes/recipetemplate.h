// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "sql/dialect.h"

#include <QMap>
#include <QSet>
#include <QString>

namespace Whimbrel {

/// A value in the two forms templates need: as SQL, ready to stand in a statement, and plain, to make names of.
struct TemplateValue
{
    QString sql;
    QString plain;
    QString schema;             ///< of a relation, as SQL with its dot: "shop."; else empty
    QList<TemplateValue> items; ///< of a list
    bool isList = false;
    bool isRelation = false;
    QString choice; ///< of a choice

    bool isEmpty() const { return sql.isEmpty(); }
};

using TemplateValues = QMap<QString, TemplateValue>;

/// Which form a variable has outside the filters.
enum class TemplateForm { Sql, Plain };

/// What a template of a recipe holds that it may not, as a sentence: tags that are not ours (partials, other
/// delimiters, unescaped variables), unknown names, sections too deep. Empty if nothing. `names`: of parameters and
/// `item`.
QString templateProblem(const QString &text, const QSet<QString> &names);

/// Fills a template in. A template that templateProblem() found nothing in does not fail but for its size.
///
/// {{x}} is the parameter as SQL; {{#x}}…{{/x}} and {{^x}}…{{/x}} ask whether it has a value; {{x_schema}} is a
/// relation's schema with its dot; {{#x_is_WORD}} asks for a choice; {{#each_x}}{{item}}{{^last}}, {{/last}}{{/each_x}}
/// goes through a list; {{#name}}…{{/name}} makes one identifier of plain values, {{#literal}}…{{/literal}} a string
/// literal of SQL ones.
Result<QString> renderTemplate(const QString &text, const TemplateValues &values, Dialect dialect, TemplateForm form);

} // namespace Whimbrel
