// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/rulesmodel.h"

#include "safety/severitylook.h"
#include "settings/settings.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString databases(const Rule &rule)
{
    if (rule.dialects == Rule::Any)
        return RulesModel::tr("all");
    QStringList names;
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MySql, Dialect::MariaDb, Dialect::SQLite}) {
        if (rule.isFor(dialect))
            names.append(dialectName(dialect));
    }
    return names.join(", "_L1);
}

/// A rule stands in the one list that says otherwise than its default, or in none.
void remember(const Setting<QStringList> &setting, const QString &id, bool stands)
{
    QStringList ids = setting.value();
    ids.removeAll(id);
    if (stands)
        ids.append(id);
    ids.sort();
    setting.setValue(ids);
}

} // namespace

RulesModel::RulesModel(QObject *parent) : QAbstractTableModel(parent), m_rules(allRules()) { }

bool RulesModel::isOn(const Rule &rule) const
{
    const QString id = QString::fromLatin1(rule.id);
    if (rule.byDefault == Rule::Default::On)
        return !Settings::disabledRules.value().contains(id);
    return Settings::enabledRules.value().contains(id);
}

int RulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

int RulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Rule &rule = ruleAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == RuleColumn ? QString::fromLatin1(rule.id)
            : index.column() == SeverityColumn ? severityName(rule.severity) : databases(rule);
    case Qt::DecorationRole:
        return index.column() == SeverityColumn ? severityIcon(rule.severity) : QVariant();
    case Qt::CheckStateRole:
        return index.column() == RuleColumn ? QVariant(isOn(rule) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole:
        return u"<p>%1</p>"_s.arg(rule.translatedWhy().toHtmlEscaped());
    case SearchRole:
        return QStringList{QString::fromLatin1(rule.id), rule.translatedWhy(), QString::fromLatin1(rule.equivalents)}
            .join(u' ');
    default:
        return {};
    }
}

bool RulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != RuleColumn ||
        !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Rule &rule = ruleAt(index.row());
    const bool on = value.value<Qt::CheckState>() == Qt::Checked;
    const QString id = QString::fromLatin1(rule.id);
    if (rule.byDefault == Rule::Default::On)
        remember(Settings::disabledRules, id, !on);
    else
        remember(Settings::enabledRules, id, on);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags RulesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == RuleColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RuleColumn:
        return tr("Rule");
    case SeverityColumn:
        return tr("Severity");
    default:
        return tr("Databases");
    }
}

} // namespace Whimbrel
