// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/impact/columnchange.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

int lengthOf(const TypeName &type)
{
    return type.modifiers.isEmpty() ? -1 : type.modifiers.constFirst();
}

QString characterSetOfCollation(const QString &collation)
{
    const QString set = collation.section(u'_', 0, 0);
    return set == "utf8"_L1 ? u"utf8mb3"_s : set;
}

/// The sizes of integers are only a display width, and their words have several spellings.
bool isInteger(const QString &name)
{
    return name.endsWith("int"_L1);
}

void compareVarchar(const TypeName &before, const TypeName &after, const CatalogRelation *table, Dialect dialect, ColumnChanges &result)
{
    if (lengthOf(after) == lengthOf(before))
        return;
    if (lengthOf(after) < lengthOf(before)) {
        result.take(DdlChange::ChangeType);
        return;
    }
    result.take(DdlChange::ExtendVarchar);
    const Answer isLonger = needsLongerLength(before, after, table, dialect);
    if (isLonger == Answer::Yes)
        result.take(DdlChange::ChangeType);
    else if (isLonger == Answer::Depends)
        result.mayTake(DdlChange::ChangeType, tr("the character set of the column"));
}

void compareCharacterSets(const TypeName &before, const TypeName &after, const CatalogRelation *table, ColumnChanges &result)
{
    static const QStringList texts{u"char"_s, u"varchar"_s, u"tinytext"_s, u"text"_s, u"mediumtext"_s, u"longtext"_s, u"enum"_s, u"set"_s};
    if (!texts.contains(after.name.name))
        return;
    const QString from = characterSetOf(before, table);
    const QString to = characterSetOf(after, table);
    if (from.isEmpty() || to.isEmpty()) {
        if (before.characterSet != after.characterSet)
            result.mayTake(DdlChange::ChangeType, tr("the character set of the column"));
        return;
    }
    if (from != to)
        result.take(from == "utf8mb3"_L1 && to == "utf8mb4"_L1 ? DdlChange::WidenCharacterSet : DdlChange::ChangeType);
    else if (before.collation != after.collation && !after.collation.isEmpty())
        result.take(DdlChange::ChangeCollation);
}

void compareTypes(const TypeName &before, const TypeName &after, const CatalogRelation *table, Dialect dialect, ColumnChanges &result)
{
    const QString &name = after.name.name;
    if (before.name.name != name || before.isUnsigned != after.isUnsigned) {
        result.take(DdlChange::ChangeType);
        return;
    }
    if (name == "varchar"_L1 || name == "varbinary"_L1) {
        compareVarchar(before, after, table, dialect, result);
    } else if (name == "enum"_L1 || name == "set"_L1) {
        if (before.values != after.values) {
            const bool appended = before.values == after.values.first(std::min(after.values.size(), before.values.size()));
            // An ENUM's value takes two bytes from the 256th on, a SET's another byte after each eighth.
            const qsizetype step = name == "enum"_L1 ? 255 : 8;
            const bool sameSize = (before.values.size() - 1) / step == (after.values.size() - 1) / step;
            result.take(appended && sameSize ? DdlChange::AppendEnumValue : DdlChange::ChangeType);
        }
    } else if (!isInteger(name) && before.modifiers != after.modifiers) {
        result.take(DdlChange::ChangeType);
    }
    compareCharacterSets(before, after, table, result);
}

/// A place that the column has already is none.
bool moves(const Operation &modify, const CatalogRelation &table)
{
    if (modify.position.isEmpty())
        return false;
    QString before;
    for (const CatalogColumn &column : table.columns) {
        if (column.name.compare(modify.name, Qt::CaseInsensitive) == 0)
            break;
        before = column.name;
    }
    return modify.position == "FIRST"_L1 ? !before.isEmpty() : before.compare(modify.position, Qt::CaseInsensitive) != 0;
}

} // namespace

ColumnChanges columnChanges(const Operation &modify, const CatalogRelation *table, Dialect dialect)
{
    ColumnChanges result;
    const ColumnDefinition &after = modify.columns.constFirst();
    if (!modify.newName.isEmpty())
        result.take(DdlChange::RenameColumn);
    const CatalogColumn *column = findColumn(table, modify.name);
    if (!column || column->type.isEmpty()) {
        result.mayTake(DdlChange::ChangeType, tr("the column as it is now"));
        return result;
    }
    const ColumnDefinition &before = *column->definition;
    compareTypes(column->type, after.type, table, dialect, result);
    const bool isKey = table->primaryKey() && table->primaryKey()->definition.columns.contains(column->name, Qt::CaseInsensitive);
    const bool notNull = after.notNull || isKey;
    const DdlChange nullChange = notNull ? DdlChange::SetNotNull : DdlChange::DropNotNull;
    if (column->notNull == Answer::Depends)
        result.mayTake(nullChange, tr("whether the column allows NULL"));
    else if (notNull != (column->notNull == Answer::Yes))
        result.take(nullChange);
    if (after.generated != column->generated)
        result.take(DdlChange::ChangeType);
    else if (after.generated == GeneratedKind::Stored && after.generatedAs.text != before.generatedAs.text)
        result.take(DdlChange::ChangeType);
    if (after.identity && column->isIdentity == Answer::No)
        result.take(DdlChange::MakeIdentity);
    if (moves(modify, *table))
        result.take(DdlChange::MoveColumn);
    for (const ConstraintDefinition &constraint : after.constraints) {
        if (constraint.kind == ConstraintKind::Check)
            result.take(DdlChange::AddCheck);
        else if (constraint.kind == ConstraintKind::Unique)
            result.take(DdlChange::AddIndex);
    }
    if (before.defaultValue.text != after.defaultValue.text || before.onUpdateNow != after.onUpdateNow)
        result.take(DdlChange::ColumnDefault);
    if (result.changes.isEmpty())
        result.take(DdlChange::ColumnMetadata);
    return result;
}

Answer needsLongerLength(const TypeName &before, const TypeName &after, const CatalogRelation *table, Dialect dialect)
{
    const QString &name = after.name.name;
    if (before.name.name != name || (name != "varchar"_L1 && name != "varbinary"_L1) || lengthOf(after) <= lengthOf(before))
        return Answer::No;
    const bool binary = name == "varbinary"_L1;
    const int oldWidth = binary ? 1 : bytesPerCharacter(characterSetOf(before, table));
    const int newWidth = binary ? 1 : bytesPerCharacter(characterSetOf(after, table));
    const auto crosses = [dialect](int from, int to) {
        return to > 255 && from <= 255 && (dialect == Dialect::MySql || from > 127);
    };
    // Whatever the character set, one byte a character is the least and four are the most.
    const bool atMost = crosses(lengthOf(before) * (oldWidth ? oldWidth : 4), lengthOf(after) * (newWidth ? newWidth : 4));
    const bool atLeast = crosses(lengthOf(before) * (oldWidth ? oldWidth : 1), lengthOf(after) * (newWidth ? newWidth : 1));
    if (!atMost && !atLeast)
        return Answer::No;
    return oldWidth && newWidth ? Answer::Yes : Answer::Depends;
}

int bytesPerCharacter(const QString &characterSet)
{
    static const QHash<QString, int> bytes{
        {u"utf8mb4"_s, 4}, {u"utf8mb3"_s, 3}, {u"utf8"_s, 3},     {u"latin1"_s, 1}, {u"latin2"_s, 1}, {u"ascii"_s, 1}, {u"binary"_s, 1}, {u"ucs2"_s, 2},
        {u"utf16"_s, 4},   {u"utf16le"_s, 4}, {u"utf32"_s, 4},    {u"big5"_s, 2},   {u"gbk"_s, 2},    {u"sjis"_s, 2},  {u"cp932"_s, 2},  {u"euckr"_s, 2},
        {u"gb2312"_s, 2},  {u"ujis"_s, 3},    {u"eucjpms"_s, 3},  {u"gb18030"_s, 4}, {u"cp1251"_s, 1}, {u"cp1250"_s, 1}, {u"koi8r"_s, 1}, {u"greek"_s, 1},
    };
    return bytes.value(characterSet.toLower());
}

QString characterSetOf(const TypeName &type, const CatalogRelation *table)
{
    if (!type.characterSet.isEmpty())
        return type.characterSet;
    if (!type.collation.isEmpty())
        return characterSetOfCollation(type.collation);
    return table ? table->characterSet : QString();
}

const CatalogColumn *findColumn(const CatalogRelation *table, const QString &name)
{
    if (!table)
        return nullptr;
    const auto column = std::ranges::find_if(
        table->columns, [&name](const CatalogColumn &candidate) { return candidate.name.compare(name, Qt::CaseInsensitive) == 0; });
    return column != table->columns.cend() ? &*column : nullptr;
}

} // namespace Whimbrel
