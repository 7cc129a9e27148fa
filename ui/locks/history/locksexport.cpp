// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/locksexport.h"

#include "report/incidentreport.h"
#include "report/locksreport.h"

#include <QBuffer>
#include <QFileDialog>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QByteArray textContent(const ShownLocks &shown)
{
    const QString title = LocksExport::tr("Locks of %1, %2")
                              .arg(shown.database, shown.sample.takenAt.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s));
    const QString text = shown.incident ? incidentText(*shown.incident) : locksText(shown.sample, shown.tree);
    return QString(title + u"\n\n"_s + text).toUtf8();
}

QByteArray jsonContent(const ShownLocks &shown)
{
    QJsonObject object = shown.incident ? incidentJson(*shown.incident) : locksJson(shown.sample, shown.tree);
    object.insert(u"database"_s, shown.database);
    return QJsonDocument(object).toJson();
}

QByteArray pictureContent(const ShownLocks &shown)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    shown.picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

QByteArray fileContent(const ShownLocks &shown, const QString &path)
{
    if (path.endsWith(u".json", Qt::CaseInsensitive))
        return jsonContent(shown);
    return path.endsWith(u".png", Qt::CaseInsensitive) ? pictureContent(shown) : textContent(shown);
}

LocksExport::LocksExport(QWidget *parent) : QObject(parent), m_parent(parent) {}

void LocksExport::ask(const ShownLocks &shown)
{
    struct Kind { QString filter; QString suffix; };
    const QList<Kind> kinds{{tr("Text (*.txt)"), u"txt"_s}, {tr("JSON (*.json)"), u"json"_s}, {tr("Picture (*.png)"), u"png"_s}};
    QStringList filters;
    for (const Kind &kind : kinds)
        filters << kind.filter;
    auto *dialog = new QFileDialog(m_parent, tr("Export the locks that are shown"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(u"locks-export-dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    const QString name = u"locks-"_s + shown.sample.takenAt.toLocalTime().toString(u"yyyy-MM-dd-HHmmss"_s);
    const auto chooseKind = [dialog, kinds, name](const QString &filter) {
        const auto kind = std::ranges::find(kinds, filter, &Kind::filter);
        if (kind == kinds.cend())
            return;
        const QFileInfo chosen(dialog->selectedFiles().value(0));
        dialog->setDefaultSuffix(kind->suffix);
        dialog->selectFile((chosen.isDir() ? name : chosen.completeBaseName()) + u'.' + kind->suffix);
    };
    chooseKind(filters.first());
    connect(dialog, &QFileDialog::filterSelected, dialog, chooseKind);
    connect(dialog, &QFileDialog::fileSelected, this, [this, shown](const QString &path) { write(shown, path); });
    dialog->open();
}

void LocksExport::write(const ShownLocks &shown, const QString &path)
{
    QtConcurrent::run([shown, path]() -> QString {
        QSaveFile file(path);
        const QByteArray content = fileContent(shown, path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit() ? QString()
                                                                                                          : file.errorString();
    }).then(this, [this, path](const QString &problem) {
        if (problem.isEmpty())
            Q_EMIT written(path);
        else
            Q_EMIT failed(failure(ErrorKind::Io, tr("%1 could not be written: %2").arg(path, problem)).error());
    });
}

} // namespace Whimbrel
