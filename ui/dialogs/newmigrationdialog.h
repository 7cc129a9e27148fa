// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class KMessageWidget;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Whimbrel {

class Workbench;

/// Asks what a new migration does, shows the file that will be written, and opens it.
class NewMigrationDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewMigrationDialog(Workbench &workbench, QWidget *parent = nullptr);

private:
    void preview();
    void create();

    Workbench &m_workbench;
    QLineEdit *m_description;
    QLabel *m_file;
    KMessageWidget *m_message;
    QPushButton *m_create;
    quint64 m_generation = 0;
};

} // namespace Whimbrel
