// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/configuration/projectconfiguration.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace Whimbrel {

/// The fields of a database connection. The password is kept apart from the URL: it goes to the keychain only.
class ConnectionForm final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { SQLite, PostgreSql, MySql };
    Q_ENUM(Kind)

    explicit ConnectionForm(const QDir &projectFolder, QWidget *parent = nullptr);

    void setEnvironment(const Environment &environment);
    /// As the fields say; the URL is without a password.
    Environment environment() const;
    QString password() const;
    bool isComplete() const;
    /// For an environment whose password may be kept: a button that asks for it to be forgotten.
    void offerToForgetPassword();
    /// A name that cannot be changed is that of an environment that exists.
    void setNameEditable(bool editable);

Q_SIGNALS:
    void changed();
    void forgetPasswordRequested();

private:
    Kind kind() const;
    void makeServerRows(QFormLayout *form);
    void makeFileRow(QFormLayout *form);
    void makeSessionRows(QFormLayout *form);
    void showKind();
    QString url() const;
    void chooseFile();
    QLineEdit *addLine(QFormLayout *form, const QString &label, const QString &name, const QString &placeholder = {});

    QDir m_folder;
    QFormLayout *m_layout = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QWidget *m_fileRow = nullptr;
    QLineEdit *m_file = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_socket = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_forget = nullptr; ///< null for a new environment
    QComboBox *m_tls = nullptr;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_role = nullptr;
    QLineEdit *m_searchPath = nullptr;
    QComboBox *m_color = nullptr;
    QCheckBox *m_protected = nullptr;
    QCheckBox *m_readOnly = nullptr;
    QCheckBox *m_shared = nullptr;
    Environment m_base;                        ///< what the form does not show is kept
    QMap<QString, QString> m_otherOptions;     ///< the same for the URL's options
};

} // namespace Whimbrel
