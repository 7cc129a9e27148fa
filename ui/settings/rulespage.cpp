// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/rulespage.h"

#include "settings/rulesmodel.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

RulesPage::RulesPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new RulesModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_view(new QTreeView(this))
    , m_text(new QTextBrowser(this))
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterRole(RulesModel::SearchRole);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *search = new QLineEdit(this);
    search->setPlaceholderText(tr("Search by name, reason, or what another tool calls it"));
    search->setClearButtonEnabled(true);
    search->setAccessibleName(tr("Search rules"));
    connect(search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);

    m_view->setModel(m_filter);
    m_view->setObjectName(u"rulesView"_s);
    m_view->setAccessibleName(tr("Rules"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 14);
    m_view->header()->setSectionResizeMode(RulesModel::RuleColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(RulesModel::SeverityColumn, QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(RulesModel::DatabaseColumn, QHeaderView::ResizeToContents);
    m_text->setAccessibleName(tr("What the rule is about"));
    m_text->setOpenLinks(false);

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_view);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *note = new QLabel(
        tr("Your own switches, for every project. A project's are set under [lint] in whimbrel.toml."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(splitter, 1);
    layout->addWidget(note);
    setMinimumSize(fontMetrics().averageCharWidth() * 115, fontMetrics().height() * 28);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RulesPage::explain);
    connect(m_model, &RulesModel::dataChanged, this, &RulesPage::rulesChanged);
    m_view->setCurrentIndex(m_filter->index(0, 0));
}

void RulesPage::explain(const QModelIndex &index)
{
    if (!index.isValid()) {
        m_text->clear();
        return;
    }
    const Rule &rule = m_model->ruleAt(m_filter->mapToSource(index).row());
    const auto paragraph = [](const QString &text) { return u"<p>%1</p>"_s.arg(text.toHtmlEscaped()); };
    const auto example = [](const QString &title, const char *sql) {
        return u"<p>%1</p><pre>%2</pre>"_s.arg(title.toHtmlEscaped(), QString::fromUtf8(sql).toHtmlEscaped());
    };
    QString html = paragraph(rule.translatedWhy()) + paragraph(rule.translatedFix()) +
                   example(tr("Raises it:"), rule.bad) + example(tr("Does not:"), rule.good);
    if (rule.equivalents && *rule.equivalents)
        html += paragraph(tr("In other tools: %1").arg(QString::fromUtf8(rule.equivalents)));
    m_text->setHtml(html);
}

} // namespace Whimbrel
