// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/startpage.h"

#include <KMessageWidget>

#include <QAction>
#include <QApplication>
#include <QCommandLinkButton>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int FolderRole = Qt::UserRole;

QLabel *headline(const QString &text, qreal scale, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    label->setFont(font);
    return label;
}

/// "~/src/shop": as people know it.
QString shortPath(const QString &folder)
{
    const QString home = QDir::homePath();
    return folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size()) : QDir::toNativeSeparators(folder);
}

} // namespace

StartPage::StartPage(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
{
    const int em = fontMetrics().height();
    setObjectName(u"startPage"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    m_message = new KMessageWidget(this);
    m_message->setWordWrap(true);
    m_message->setMessageType(KMessageWidget::Warning);
    m_message->hide();
    auto *create = new QAction(QIcon::fromTheme(u"folder-new"_s), tr("New project here…"), this);
    connect(create, &QAction::triggered, this, [this] { Q_EMIT createRequested(m_failedFolder); });
    auto *choose = new QAction(QIcon::fromTheme(u"document-open-folder"_s), tr("Choose another folder…"), this);
    connect(choose, &QAction::triggered, this, &StartPage::chooseRequested);
    m_message->addAction(create);
    m_message->addAction(choose);

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(em / 3);
    buttons->addWidget(headline(tr("Start"), 1.2, this));
    for (QAction *action : actions) {
        auto *button = new QCommandLinkButton(action->text().remove(u'&').remove(u'…'), action->statusTip(), this);
        button->setIcon(action->icon());
        button->setMinimumWidth(em * 24); // the descriptions on one line each
        button->setFixedHeight(em * 4);   // the hint makes room for a second line where there is none
        connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
        buttons->addWidget(button);
    }
    buttons->addStretch();

    m_recent = new QListWidget(this);
    m_recent->setObjectName(u"recentProjects"_s);
    m_recent->setAccessibleName(tr("Recent projects"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setUniformItemSizes(true);
    m_recent->setSpacing(em / 8);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT openRequested(item->data(FolderRole).toString()); });
    auto *forget = new QAction(QIcon::fromTheme(u"list-remove"_s), tr("Remove from this list"), m_recent);
    forget->setShortcut(QKeySequence::Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    connect(forget, &QAction::triggered, this, [this] {
        if (const QListWidgetItem *item = m_recent->currentItem())
            Q_EMIT forgetRequested(item->data(FolderRole).toString());
    });
    m_recent->addAction(forget);
    m_noRecent = new QLabel(tr("Projects you open are listed here. You can also drop a folder on this window."), this);
    m_noRecent->setWordWrap(true);
    m_noRecent->setForegroundRole(QPalette::PlaceholderText);
    m_noRecent->setAlignment(Qt::AlignTop | Qt::AlignLeading);

    auto *recent = new QVBoxLayout;
    recent->setSpacing(em / 3);
    recent->addWidget(headline(tr("Recent projects"), 1.2, this));
    recent->addWidget(m_recent, 1);
    recent->addWidget(m_noRecent, 1);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(3 * em);
    columns->addLayout(buttons, 2);
    columns->addLayout(recent, 3);

    auto *title = new QHBoxLayout;
    title->setSpacing(0);
    auto *logo = new QLabel(this);
    logo->setPixmap(QIcon(u":/icons/app.whimbrel.Whimbrel.svg"_s).pixmap(QSize(4 * em, 4 * em), devicePixelRatio()));
    logo->setFixedSize(logo->sizeHint());
    title->addWidget(logo);
    title->addSpacing(em);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(headline(u"Whimbrel"_s, 1.9, this));
    auto *tagline = new QLabel(tr("Database migrations that nobody has to wait for"), this);
    tagline->setForegroundRole(QPalette::PlaceholderText);
    words->addWidget(tagline);
    words->addStretch();
    title->addLayout(words, 1);

    auto *page = new QWidget(this);
    page->setMaximumWidth(em * 52);
    auto *content = new QVBoxLayout(page);
    content->setSpacing(2 * em);
    content->addLayout(title);
    content->addLayout(columns, 1);

    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(page, 100);
    middle->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addSpacing(2 * em);
    layout->addLayout(middle, 1);
}

void StartPage::setRecentProjects(const QStringList &folders)
{
    m_recent->clear();
    for (const QString &folder : folders) {
        auto *item = new QListWidgetItem(QIcon::fromTheme(u"folder-database"_s, QIcon::fromTheme(u"folder"_s)),
                                         u"%1\n%2"_s.arg(QDir(folder).dirName(), shortPath(folder)), m_recent);
        item->setData(FolderRole, folder);
        item->setToolTip(QDir::toNativeSeparators(folder));
        item->setData(Qt::AccessibleTextRole, tr("%1 in %2").arg(QDir(folder).dirName(), folder));
    }
    m_recent->setVisible(!folders.isEmpty());
    m_noRecent->setVisible(folders.isEmpty());
    if (!folders.isEmpty())
        m_recent->setCurrentRow(0);
}

void StartPage::showFailure(const QString &folder, const Error &error)
{
    m_failedFolder = folder;
    m_message->setText(error.toString().toHtmlEscaped().replace(u'\n', u"<br>"_s));
    m_message->animatedShow();
}

void StartPage::hideFailure()
{
    m_message->hide();
}

} // namespace Whimbrel
