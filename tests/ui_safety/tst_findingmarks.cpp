// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorsetup.h"
#include "safety/findingmarks.h"
#include "safety/severitylook.h"
#include "safety/statementnotes.h"
#include "test.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

Finding finding(Severity severity, TextPosition start, TextPosition end, const QString &rule = u"a-rule"_s)
{
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.start = start;
    finding.end = end;
    finding.statement = 0;
    finding.message = u"Says “<b>”"_s;
    finding.why = u"why"_s;
    finding.fix = u"how"_s;
    return finding;
}

} // namespace

/// What an editor shows of findings and impacts, and that it stays where it belongs while somebody types.
class TstFindingMarks : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_document = createEditorDocument();
        m_document->setText(u"SELECT 1;\nALTER TABLE t\n  ADD x int;\nSELECT 2;\n"_s);
        m_view.reset(createEditorView(m_document.get(), nullptr));
    }

    void cleanup()
    {
        m_view.reset();
        m_document.reset();
    }

    void findingsAreMarkedAndFound()
    {
        FindingMarks marks(m_document.get(), m_view.get(), nullptr);
        marks.setFindings({finding(Severity::Warning, {10, 2, 1}, {36, 3, 13}), finding(Severity::Error, {26, 3, 3}, {35, 3, 12}, u"worse"_s),
                           finding(Severity::Info, {0, 1, 1}, {8, 1, 9})});
        QVERIFY(m_view->configValue(u"icon-bar"_s).toBool()); // where marks are seen
        const uint warning = m_document->mark(1);
        QVERIFY(warning != 0);
        QVERIFY(m_document->mark(2) != 0 && m_document->mark(2) != warning);
        QCOMPARE(m_document->mark(3), 0U);
        QCOMPARE(marks.at(2, 4).size(), 2);
        QCOMPARE(marks.at(2, 4).first().rule, u"worse"_s);
        QVERIFY(marks.at(3, 2).isEmpty());
        QVERIFY(marks.textHint(m_view.get(), {2, 4}).contains(u"&lt;b&gt;"_s)); // text of a file is never markup
        marks.setFindings({});
        QCOMPARE(m_document->mark(2), 0U);
    }

    void nextAndPreviousGoAround()
    {
        FindingMarks marks(m_document.get(), m_view.get(), nullptr);
        QCOMPARE(marks.next(0, 0, false).line, -1);
        marks.setFindings({finding(Severity::Warning, {10, 2, 1}, {36, 3, 13}), finding(Severity::Error, {37, 4, 1}, {45, 4, 9})});
        QCOMPARE(marks.next(0, 0, false).line, 1);
        QCOMPARE(marks.next(1, 0, false).line, 3);
        QCOMPARE(marks.next(3, 5, false).line, 1);
        QCOMPARE(marks.next(1, 0, true).line, 3);
    }

    void rangesAndNotesMoveWithTheText()
    {
        FindingMarks marks(m_document.get(), m_view.get(), nullptr);
        StatementNotes notes(m_document.get(), m_view.get());
        marks.setFindings({finding(Severity::Error, {10, 2, 1}, {36, 3, 13})});
        notes.setNotes({{.line = 2, .note = {.level = ImpactNote::Level::Danger, .parts = {u"ACCESS EXCLUSIVE"_s, u"rewrites"_s}}}}, m_document->revision());
        QCOMPARE(notes.textAt(2), u"ACCESS EXCLUSIVE · rewrites"_s);
        m_document->insertText({0, 0}, u"-- one\n-- two\n"_s);
        QCOMPARE(notes.textAt(4), u"ACCESS EXCLUSIVE · rewrites"_s);
        QVERIFY(notes.textAt(2).isEmpty());
        QCOMPARE(marks.at(3, 2).size(), 1);
        m_document->setText(u"SELECT 3;\n"_s); // another text altogether
        QVERIFY(notes.textAt(0).isEmpty());
        QVERIFY(marks.at(0, 2).isEmpty());
    }

    void statementsOnOneLineShareIt()
    {
        StatementNotes notes(m_document.get(), m_view.get());
        notes.setNotes({{.line = 0, .note = {.level = ImpactNote::Level::Calm, .parts = {u"a"_s}}},
                        {.line = 0, .note = {.level = ImpactNote::Level::Danger, .parts = {u"b"_s}}}},
                       m_document->revision());
        QCOMPARE(notes.textAt(0), u"a · b"_s);
        QCOMPARE(notes.inlineNotes(0).size(), 1);
        QVERIFY(notes.inlineNotes(1).isEmpty());
    }

    void manyFindingsAreNotAllDrawn()
    {
        QString text;
        QList<Finding> many;
        for (int i = 0; i < 5'000; ++i) {
            const TextPosition start{text.size(), i + 1, 1};
            text += u"DROP TABLE t;\n"_s;
            many.append(finding(Severity::Error, start, {start.offset + 12, i + 1, 13}));
        }
        m_document->setText(text);
        FindingMarks marks(m_document.get(), m_view.get(), nullptr);
        QElapsedTimer timer;
        timer.start();
        marks.setFindings(many);
        QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(marks.findings().size(), 5'000);
        QCOMPARE(marks.at(int(FindingMarks::drawnAtMost) - 1, 3).size(), 1);
        QVERIFY(marks.at(4'999, 3).isEmpty());
    }

private:
    std::unique_ptr<KTextEditor::Document> m_document;
    std::unique_ptr<KTextEditor::View> m_view;
};

WHIMBREL_TEST(TstFindingMarks)
#include "tst_findingmarks.moc"
