// SPDX-License-Identifier: GPL-3.0-or-later
#include "test.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

const QString sourceFolder = QStringLiteral(WHIMBREL_SOURCE_DIR);

QStringList unfinished(const QString &catalogue)
{
    QFile file(catalogue);
    if (!file.open(QIODevice::ReadOnly))
        return {catalogue + u": "_s + file.errorString()};
    QStringList texts;
    QString source;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "source"_L1)
            source = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == "translation"_L1 && xml.attributes().value("type"_L1) == "unfinished"_L1)
            texts << source;
    }
    return xml.hasError() ? QStringList{xml.errorString()} : texts;
}

QSet<QString> contextsOfCatalogue(const QString &catalogue)
{
    QFile file(catalogue);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSet<QString> contexts;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "name"_L1)
            contexts << xml.readElementText();
    }
    return contexts;
}

/// The contexts that the program looks a text up in: what its macros and calls name, and its classes with meta objects.
QSet<QString> contextsOfSources()
{
    static const QRegularExpression named(u"(?:Q_DECLARE_TR_FUNCTIONS\\(|translate\\(\")([\\w:]+)"_s);
    static const QRegularExpression object(u"class\\s+(\\w+)(?:\\s+final)?\\s*:[^{;]*\\{\\s*Q_OBJECT"_s);
    QSet<QString> contexts{u"QMessageBox"_s};
    for (const QString &folder : {u"/app"_s, u"/core"_s, u"/ui"_s}) {
        QDirIterator files(sourceFolder + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            for (const auto &match : named.globalMatch(text))
                contexts << match.captured(1);
            for (const auto &match : object.globalMatch(text))
                contexts << u"Whimbrel::"_s + match.captured(1);
        }
    }
    return contexts;
}

} // namespace

class TstTranslations : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void everyTextIsLookedUpWhereItStands();
};

void TstTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("de") << QStringList();
    QTest::newRow("en") << QStringList{u"-pluralonly"_s};
}

/// With the sources as they are now, not as they were when the catalogue was made.
void TstTranslations::everyTextIsTranslated()
{
    QFETCH(const QStringList, options);
    const QString language = QString::fromLatin1(QTest::currentDataTag());
    const QTemporaryDir folder;
    const QString catalogue = folder.filePath(u"whimbrel_%1.ts"_s.arg(language));
    QVERIFY(QFile::copy(sourceFolder + u"/translations/whimbrel_%1.ts"_s.arg(language), catalogue));
    QProcess lupdate;
    lupdate.start(QStringLiteral(WHIMBREL_LUPDATE),
                  QStringList{sourceFolder + u"/app"_s, sourceFolder + u"/core"_s, sourceFolder + u"/ui"_s, u"-I"_s + sourceFolder + u"/app"_s,
                              u"-I"_s + sourceFolder + u"/core"_s, u"-I"_s + sourceFolder + u"/ui"_s, u"-silent"_s, u"-locations"_s, u"none"_s,
                              u"-no-obsolete"_s, u"-source-language"_s, u"en"_s, u"-target-language"_s, language}
                      + options + QStringList{u"-ts"_s, catalogue});
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    QCOMPARE(unfinished(catalogue), QStringList());
}

/// A text whose function has another context at run time than the catalogue gives it is never found there.
void TstTranslations::everyTextIsLookedUpWhereItStands()
{
    const QSet<QString> known = contextsOfSources();
    QStringList lost;
    for (const QString &context : contextsOfCatalogue(sourceFolder + u"/translations/whimbrel_de.ts"_s)) {
        if (!known.contains(context))
            lost << context;
    }
    QCOMPARE(lost, QStringList());
}

WHIMBREL_TEST(TstTranslations)
#include "tst_translations.moc"
