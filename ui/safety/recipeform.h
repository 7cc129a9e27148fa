// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/recipes/recipe.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace Whimbrel {

/// A form for the parameters of a recipe: a field each, with what it is and what is wrong with it while it is filled
/// in.
class RecipeForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RecipeForm(QWidget *parent = nullptr);

    /// Fields with `values` filled in; those of an earlier recipe with the same parameters are kept where `values` has
    /// none.
    void setRecipe(const Recipe &recipe, const RecipeValues &values, Dialect dialect);
    void clear();
    /// What was filled in; empty fields are left out.
    RecipeValues values() const;
    /// A field that is required and empty, or holds what it may not: one sentence; empty if all is well.
    QString problem() const;

Q_SIGNALS:
    void valuesChanged();

private:
    struct Field
    {
        RecipeParameter parameter;
        QWidget *editor = nullptr;
        QLabel *problem = nullptr;
    };

    QWidget *createEditor(const RecipeParameter &parameter, const QString &value);
    static QString textOf(const Field &field);
    void validate();

    QFormLayout *m_layout;
    QList<Field> m_fields;
    Dialect m_dialect = Dialect::PostgreSql;
};

} // namespace Whimbrel
