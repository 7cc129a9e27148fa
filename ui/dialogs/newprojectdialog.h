// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QDialog>

class KMessageWidget;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Whimbrel {

/// Makes a new project: a folder, a name and, if it is known, its first database.
class NewProjectDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `folder` may be empty.
    explicit NewProjectDialog(const QString &folder, QWidget *parent = nullptr);

Q_SIGNALS:
    void created(const QString &folder);

private:
    void chooseFolder();
    void update();
    void create();

    QLineEdit *m_folder;
    QLineEdit *m_name;
    QLineEdit *m_url;
    QLabel *m_files;
    KMessageWidget *m_message;
    QPushButton *m_create;
};

} // namespace Whimbrel
