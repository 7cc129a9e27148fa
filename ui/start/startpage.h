// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QWidget>

class KMessageWidget;
class QAction;
class QLabel;
class QListWidget;

namespace Whimbrel {

/// What the window shows while no project is open.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    /// `actions` are offered as buttons, in turn.
    explicit StartPage(const QList<QAction *> &actions, QWidget *parent = nullptr);

    void setRecentProjects(const QStringList &folders);
    /// Says why `folder` could not be opened, and offers the ways on.
    void showFailure(const QString &folder, const Error &error);
    void hideFailure();

Q_SIGNALS:
    void openRequested(const QString &folder);
    void forgetRequested(const QString &folder);
    void createRequested(const QString &folder);
    void chooseRequested();

private:
    QListWidget *m_recent = nullptr;
    QLabel *m_noRecent = nullptr;
    KMessageWidget *m_message = nullptr;
    QString m_failedFolder;
};

} // namespace Whimbrel
