// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace Whimbrel {

/// Asks for a written reason before something that goes past the checklist. The default button is Cancel, and the other
/// one says what it does and stays disabled without a reason.
class ReasonDialog final : public QDialog
{
    Q_OBJECT

public:
    ReasonDialog(const QString &title, const QString &consequence, const QString &verb, bool reasonNeeded,
                 QWidget *parent = nullptr);

    QString reason() const;

private:
    QPlainTextEdit *m_text;
    QPushButton *m_accept;
};

} // namespace Whimbrel
