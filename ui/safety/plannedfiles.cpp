// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/plannedfiles.h"

#include "changes/changesview.h"

#include <QIcon>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

PlannedFiles::PlannedFiles(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_changes(new ChangesView(this))
{
    m_list->setAccessibleName(tr("Files"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list);
    layout->addWidget(m_changes, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &PlannedFiles::show);
    setMinimumHeight(fontMetrics().height() * 18);
}

void PlannedFiles::setFiles(const QList<File> &files, std::optional<Dialect> dialect)
{
    const int current = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_files = files;
    m_dialect = dialect;
    m_list->clear();
    for (const File &file : files) {
        auto *item = new QListWidgetItem(QIcon::fromTheme(file.isNew ? u"document-new"_s : u"document-edit"_s),
                                         file.name, m_list);
        item->setToolTip(file.isNew ? tr("New file") : tr("Changed file"));
    }
    const int rows = std::clamp(int(files.size()), 1, 5);
    m_list->setFixedHeight(m_list->frameWidth() * 2 +
                           rows * std::max(m_list->sizeHintForRow(0), fontMetrics().height() + 2));
    m_list->setCurrentRow(std::clamp(current, 0, std::max(int(files.size()) - 1, 0)));
    show(m_list->currentRow());
}

void PlannedFiles::show(int row)
{
    const File file = m_files.value(row);
    m_changes->setTexts(file.isNew ? QString() : tr("Now"), file.before, file.isNew ? tr("New file") : tr("Changed"),
                        file.after, m_dialect);
}

} // namespace Whimbrel
