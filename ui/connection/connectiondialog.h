// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"

#include <QDialog>

class KMessageWidget;
class QDialogButtonBox;
class QProgressBar;
class QPushButton;

namespace Whimbrel {

class ConnectionForm;
class ConnectionTest;
class Workbench;

/// Adds or edits an environment of the open project. Testing it is asynchronous and can be cancelled.
class ConnectionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `environment` without a name: a new one.
    ConnectionDialog(Workbench &workbench, const Environment &environment, QWidget *parent = nullptr);

    ConnectionForm *form() const { return m_form; }

private:
    void makeTestRow();
    void startOrCancelTest();
    void showTestState();
    void save();
    void saveEnvironment(const Environment &environment);
    void showError(const Error &error);
    void showSuccess(const QString &message);
    void forgetPassword();
    void updateButtons();

    Workbench &m_workbench;
    ConnectionForm *m_form;
    ConnectionTest *m_test;
    KMessageWidget *m_message;
    QPushButton *m_testButton = nullptr;
    QProgressBar *m_busy = nullptr;
    QDialogButtonBox *m_buttons;
    Environment m_before; ///< as it was when the dialog opened
    bool m_isNew;
};

} // namespace Whimbrel
