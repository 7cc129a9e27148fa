// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalog.h"
#include "sql/statement.h"

#include <KTextEditor/CodeCompletionModel>
#include <KTextEditor/CodeCompletionModelControllerInterface>

#include <functional>
#include <memory>

namespace Whimbrel {

/// One thing to offer at a place of a statement.
struct CompletionItem
{
    enum class Kind { Table, View, Column };

    Kind kind = Kind::Table;
    QString name;   ///< as it is to be written: quoted where the dialect asks for it
    QString detail; ///< a column's type, or its table

    bool operator==(const CompletionItem &) const = default;
};

/// What may be meant at `offset` of a statement: columns of the table before a dot, tables after words that a table
/// follows, else columns of the tables that the statement names and tables. Sorted. Pure; any thread.
QList<CompletionItem> completionsAt(const QString &statement, qsizetype offset, const Catalog &schema);

/// Offers tables and columns of the database, or of the project's migrations, while SQL is typed.
class SqlCompletion final : public KTextEditor::CodeCompletionModel,
                            public KTextEditor::CodeCompletionModelControllerInterface
{
    Q_OBJECT
    Q_INTERFACES(KTextEditor::CodeCompletionModelControllerInterface)

public:
    /// The schema as it is now; null while it is not known.
    using Schema = std::function<std::shared_ptr<const Catalog>()>;
    /// The text of the statement at an offset of the document, and where it begins.
    using StatementAt = std::function<std::pair<QString, qsizetype>(qsizetype offset)>;

    SqlCompletion(Schema schema, StatementAt statementAt, QObject *parent);

    void completionInvoked(KTextEditor::View *view, const KTextEditor::Range &range, InvocationType type) override;
    bool shouldStartCompletion(KTextEditor::View *view, const QString &inserted, bool byUser,
                               const KTextEditor::Cursor &position) override;
    KTextEditor::Range completionRange(KTextEditor::View *view, const KTextEditor::Cursor &position) override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Schema m_schema;
    StatementAt m_statementAt;
    QList<CompletionItem> m_items;
};

} // namespace Whimbrel
