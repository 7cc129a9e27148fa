// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/rollbackdialog.h"

#include "run/runtexts.h"
#include "sql/lexer.h"
#include "sql/splitter.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int mostNamed = 8;

QString shortened(QStringList lines)
{
    const auto more = static_cast<int>(lines.size()) - mostNamed;
    if (more > 0) {
        lines.resize(mostNamed);
        lines << QMessageBox::tr("and %n more", nullptr, more);
    }
    return lines.join(u'\n');
}

/// Outside strings, names in quotes and comments.
bool hasWord(QStringView sql, Dialect dialect, QLatin1StringView word)
{
    Lexer lexer(sql, dialect);
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        if (token.isWord(word))
            return true;
    }
    return false;
}

} // namespace

QStringList losingStatements(const RunPlan &plan)
{
    QStringList found;
    for (const PlanStep &step : plan.steps) {
        for (const PlanStatement &planned : step.statements) {
            const QString &sql = planned.statement.text;
            const QString keyword = firstKeyword(sql, plan.dialect);
            if (keyword == u"DROP" || keyword == u"TRUNCATE" || keyword == u"DELETE" ||
                (keyword == u"ALTER" && hasWord(sql, plan.dialect, "DROP"_L1)) ||
                (keyword == u"WITH" && hasWord(sql, plan.dialect, "DELETE"_L1)))
                found << sql.left(100).simplified();
        }
    }
    return found;
}

QMessageBox *askToRollBack(const RunPlan &plan, const QString &target, QWidget *parent, std::function<void()> agreed)
{
    QStringList names;
    for (const PlanStep &step : plan.steps) {
        if (step.direction == Direction::Down)
            names << step.migration.version + u' ' + step.migration.description;
    }
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(RunTexts::title(plan, target));
    box->setText(
        QMessageBox::tr("The down sections of these migrations run on %1:\n\n%2").arg(target, shortened(names)));
    const QStringList losing = losingStatements(plan);
    box->setInformativeText(
        losing.isEmpty()
            ? QMessageBox::tr("None of their statements drops or deletes anything by itself.")
            : QMessageBox::tr("These statements take data with them, which only a backup brings back:\n\n%1")
                  .arg(shortened(losing)));
    QPushButton *verb = box->addButton(RunTexts::title(plan, target), QMessageBox::DestructiveRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(verb, &QPushButton::clicked, box, [agreed = std::move(agreed)] { agreed(); });
    box->open();
    return box;
}

} // namespace Whimbrel
