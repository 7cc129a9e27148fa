// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/reasondialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

ReasonDialog::ReasonDialog(const QString &title, const QString &consequence, const QString &verb, bool reasonNeeded,
                           QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(u"reasonDialog"_s);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    const int em = fontMetrics().height();
    auto *explanation = new QLabel(consequence, this);
    explanation->setTextFormat(Qt::PlainText);
    explanation->setWordWrap(true);
    explanation->setMinimumWidth(em * 24);
    auto *label = new QLabel(reasonNeeded ? tr("&Reason, kept in the release's log and report:")
                                          : tr("&Remark, kept in the release's log and report:"),
                             this);
    label->setBuddy(m_text);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(em * 5);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"accept"_s);
    m_accept->setAutoDefault(false);
    m_accept->setEnabled(!reasonNeeded);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addSpacing(em / 2);
    layout->addWidget(label);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
    m_text->setFocus();

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (reasonNeeded)
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_accept->setEnabled(!reason().isEmpty()); });
}

QString ReasonDialog::reason() const
{
    return m_text->toPlainText().simplified();
}

} // namespace Whimbrel
