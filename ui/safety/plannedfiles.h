// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/dialect.h"

#include <QList>
#include <QWidget>

#include <optional>

class QListWidget;

namespace Whimbrel {

class ChangesView;

/// Files as they would be: a list, and what changes in the chosen one. Nothing is written.
class PlannedFiles final : public QWidget
{
    Q_OBJECT

public:
    explicit PlannedFiles(QWidget *parent = nullptr);

    struct File
    {
        QString name;
        QString before; ///< empty for a new one
        QString after;
        bool isNew = true;
    };
    void setFiles(const QList<File> &files, std::optional<Dialect> dialect);

private:
    void show(int row);

    QListWidget *m_list;
    ChangesView *m_changes;
    QList<File> m_files;
    std::optional<Dialect> m_dialect;
};

} // namespace Whimbrel
