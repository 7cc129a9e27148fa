// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/copyalter.h"

#include "safety/reader.h"
#include "safety/tokens/tokencursor.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;
using Flag = Operation::Flag;

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

std::unexpected<Error> refused(const QString &message, const QString &hint)
{
    return failure(ErrorKind::Refused, message, hint);
}

bool isUnique(const ConstraintDefinition &constraint)
{
    return constraint.kind == ConstraintKind::Unique || constraint.kind == ConstraintKind::PrimaryKey;
}

/// The tool copies with INSERT IGNORE: a row whose key is there already is left out without a word.
bool makesUnique(const Operation &operation)
{
    if (operation.kind == Kind::CreateIndex && operation.has(Flag::Unique))
        return true;
    if (operation.kind == Kind::AddConstraint && std::ranges::any_of(operation.constraints, isUnique))
        return true;
    return std::ranges::any_of(operation.columns, [](const ColumnDefinition &column) { return std::ranges::any_of(column.constraints, isUnique); });
}

bool needsValue(const Operation &operation)
{
    return operation.kind == Kind::AddColumn && std::ranges::any_of(operation.columns, [](const ColumnDefinition &column) {
        return column.notNull && !column.hasDefault && !column.identity && column.generated == GeneratedKind::No;
    });
}

bool isKnown(const Operation &operation)
{
    static const QSet<Kind> kinds{Kind::AddColumn,   Kind::DropColumn,    Kind::ModifyColumn,        Kind::SetDefault,      Kind::DropDefault,
                                  Kind::CreateIndex, Kind::AddConstraint, Kind::ConvertCharacterSet, Kind::IndexVisibility, Kind::SetColumnOptions};
    if (operation.kind == Kind::DropObject)
        return operation.objectType == ObjectType::Index;
    if (operation.kind == Kind::TableOption)
        return !operation.name.endsWith("TABLESPACE"_L1) && !operation.name.endsWith("KEYS"_L1);
    if (operation.kind == Kind::ChangePartitions)
        return operation.name == "PARTITION BY"_L1 || operation.name == "REMOVE"_L1;
    return kinds.contains(operation.kind);
}

Result<> check(const Operation &operation)
{
    if (makesUnique(operation)) {
        return refused(tr("A new unique key cannot be made on a copy: pt-online-schema-change copies with INSERT IGNORE, and would leave out rows that have the same key."),
                       tr("Add the key in a migration of its own, with an ordinary ALTER TABLE: the server builds it while others read and write."));
    }
    if (operation.kind == Kind::RenameColumn || (operation.kind == Kind::ModifyColumn && !operation.newName.isEmpty())) {
        return refused(tr("A column cannot be renamed on a copy: pt-online-schema-change copies by name, and may leave its values behind."),
                       tr("Rename it in a migration of its own: the server does that in a moment."));
    }
    if (operation.kind == Kind::RenameObject)
        return refused(tr("Nothing can be renamed on a copy, which takes the name of the table in the end."), tr("Rename it in a migration of its own."));
    if (operation.kind == Kind::DropConstraint && operation.value == "PRIMARY KEY"_L1) {
        return refused(tr("The primary key cannot be dropped on a copy: by it pt-online-schema-change finds the rows that others change meanwhile."),
                       tr("Take the comment away, or keep the key."));
    }
    if (operation.kind == Kind::DropConstraint) {
        return refused(tr("A constraint cannot be dropped on a copy: pt-online-schema-change gives the copy's constraints other names."),
                       tr("Drop it in a migration of its own, with an ordinary ALTER TABLE: the server does that without writing the table anew."));
    }
    if (needsValue(operation)) {
        return refused(tr("The column “%1” is NOT NULL and has no default, so pt-online-schema-change has no value for the rows it copies.").arg(operation.name),
                       tr("Give it a DEFAULT, which a later migration may take away."));
    }
    if (!isKnown(operation)) {
        return refused(tr("This is nothing that pt-online-schema-change can do on an empty copy of the table."),
                       tr("Remove the comment, or put what needs a copy into a migration of its own."));
    }
    return {};
}

std::unexpected<Error> notAlter()
{
    return refused(tr("Only an ALTER TABLE can be handed to pt-online-schema-change."), tr("Remove the comment, or write the change as one ALTER TABLE."));
}

std::unexpected<Error> ignoresRows()
{
    return refused(tr("ALTER IGNORE leaves out rows, which a copy could not tell from rows that were lost."), tr("Remove IGNORE, or remove the comment."));
}

} // namespace

Result<CopyAlter> CopyAlter::read(const Statement &statement, Dialect dialect)
{
    TokenCursor in(statement.text, dialect);
    if (!in.accept("ALTER"_L1))
        return notAlter();
    in.accept("ONLINE"_L1);
    if (in.accept("IGNORE"_L1))
        return ignoresRows();
    if (!in.accept("TABLE"_L1))
        return notAlter();
    in.accept({"IF"_L1, "EXISTS"_L1});
    CopyAlter alter;
    alter.table = in.readName();
    if (in.isWord("WAIT"_L1) && in.peek(1).kind == TokenKind::Number)
        in.advance(2);
    else
        in.accept("NOWAIT"_L1);
    if (alter.table.isEmpty() || in.atEnd())
        return notAlter();
    alter.clauses = statement.text.sliced(in.offset(in.index())).trimmed();
    for (const Operation &operation : readStatement(statement, dialect).operations) {
        if (const Result<> checked = check(operation); !checked)
            return std::unexpected(checked.error());
    }
    return alter;
}

} // namespace Whimbrel
