// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/about.h"

#include <QCoreApplication>
#include <QIcon>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
struct About
{
    Q_DECLARE_TR_FUNCTIONS(About)
};
} // namespace

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(About::tr("About Whimbrel"));
    const int size = box->fontMetrics().height() * 4;
    box->setIconPixmap(
        QIcon(u":/icons/app.whimbrel.Whimbrel.svg"_s).pixmap(QSize(size, size), box->devicePixelRatio()));
    box->setTextFormat(Qt::RichText);
    box->setText(u"<h3>Whimbrel %1</h3>"_s.arg(QStringLiteral(WHIMBREL_VERSION)));
    box->setInformativeText(About::tr("<p>A workbench for database migrations that nobody has to wait for.</p>"
                                      "<p>Free software under the GNU General Public License, version 3 or later.</p>"
                                      "<p>Built on Qt %1, KDE Frameworks (KTextEditor, KSyntaxHighlighting, Breeze "
                                      "icons), QtKeychain and toml++.</p>")
                                .arg(QString::fromLatin1(qVersion())));
    box->addButton(QMessageBox::Close);
    box->open();
}

} // namespace Whimbrel
