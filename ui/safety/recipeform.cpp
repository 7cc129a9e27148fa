// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/recipeform.h"

#include "safety/severitylook.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool takesLines(RecipeParameter::Kind kind)
{
    using enum RecipeParameter::Kind;
    return kind == Statement || kind == Statements || kind == Definition;
}

/// "new_type" as a label: "New type"
QString labelOf(const RecipeParameter &parameter)
{
    QString label = parameter.name;
    label.replace(u'_', u' ').replace(u'-', u' ');
    label[0] = label.at(0).toUpper();
    return parameter.required ? label + u':' : RecipeForm::tr("%1 (optional):").arg(label);
}

} // namespace

RecipeForm::RecipeForm(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void RecipeForm::clear()
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_fields.clear();
}

void RecipeForm::setRecipe(const Recipe &recipe, const RecipeValues &values, Dialect dialect)
{
    RecipeValues filled = this->values();
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        filled.insert(value.key(), value.value());
    clear();
    m_dialect = dialect;
    for (const RecipeParameter &parameter : recipe.parameters) {
        Field field{.parameter = parameter,
                    .editor = createEditor(parameter, filled.value(parameter.name)),
                    .problem = new QLabel(this)};
        field.editor->setObjectName(parameter.name);
        field.editor->setToolTip(u"<qt>%1</qt>"_s.arg(parameter.shownHelp().toHtmlEscaped())); // may be a project's: text alone
        field.editor->setAccessibleName(parameter.shownHelp());
        field.problem->setTextFormat(Qt::PlainText);
        field.problem->setWordWrap(true);
        m_layout->addRow(labelOf(parameter), field.editor);
        m_layout->addRow(QString(), field.problem);
        m_fields.append(field);
    }
    validate();
}

QWidget *RecipeForm::createEditor(const RecipeParameter &parameter, const QString &value)
{
    const auto changed = [this] {
        validate();
        Q_EMIT valuesChanged();
    };
    if (parameter.kind == RecipeParameter::Kind::Choice) {
        auto *combo = new QComboBox(this);
        combo->addItems(parameter.choices);
        combo->setCurrentText(value.isEmpty() ? parameter.defaultValue : value);
        connect(combo, &QComboBox::currentTextChanged, this, changed);
        return combo;
    }
    if (takesLines(parameter.kind)) {
        auto *lines = new QPlainTextEdit(value, this);
        lines->setPlaceholderText(parameter.shownHelp());
        lines->setTabChangesFocus(true);
        lines->setMaximumHeight(fontMetrics().height() * 6);
        connect(lines, &QPlainTextEdit::textChanged, this, changed);
        return lines;
    }
    auto *line = new QLineEdit(value, this);
    line->setPlaceholderText(parameter.shownHelp());
    connect(line, &QLineEdit::textChanged, this, changed);
    return line;
}

QString RecipeForm::textOf(const Field &field)
{
    if (const auto *combo = qobject_cast<QComboBox *>(field.editor))
        return combo->currentText();
    if (const auto *lines = qobject_cast<QPlainTextEdit *>(field.editor))
        return lines->toPlainText().trimmed();
    return qobject_cast<QLineEdit *>(field.editor)->text().trimmed();
}

RecipeValues RecipeForm::values() const
{
    RecipeValues values;
    for (const Field &field : m_fields) {
        if (const QString text = textOf(field); !text.isEmpty())
            values.insert(field.parameter.name, text);
    }
    return values;
}

QString RecipeForm::problem() const
{
    for (const Field &field : m_fields) {
        const QString text = textOf(field);
        if (text.isEmpty() && field.parameter.required)
            return tr("%1 is missing: %2.", "a field's label without its colon, and what it is")
                .arg(labelOf(field.parameter).chopped(1), field.parameter.shownHelp());
        if (!text.isEmpty() && !field.problem->text().isEmpty())
            return field.problem->text();
    }
    return {};
}

void RecipeForm::validate()
{
    for (const Field &field : std::as_const(m_fields)) {
        const QString text = textOf(field);
        const QString problem = text.isEmpty() ? QString() : valueProblem(field.parameter, text, m_dialect);
        field.problem->setText(problem);
        QPalette colors = palette();
        colors.setColor(QPalette::WindowText, severityColor(Severity::Error, palette()));
        field.problem->setPalette(colors);
        m_layout->setRowVisible(field.problem, !problem.isEmpty());
    }
}

} // namespace Whimbrel
