// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/itemwidget.h"
#include "checklist/phasepanel.h"
#include "checklist/reasondialog.h"
#include "checklist/releasepane.h"
#include "checklist/statebutton.h"
#include "settings/iconengine.h"
#include "settings/theme.h"
#include "test.h"
#include "workbench/workbench.h"

#include <KMessageWidget>

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using State = ProbeResult::State;

class TstReleasePane : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initIcons(); }
    void init();
    void cleanup();
    void withoutAProjectItSaysSo();
    void aReleaseIsTickedToTheEnd();
    void aSecondPersonsTickAppears();
    void warningsNeedANote();
    void overrideNeedsAReason();
    void anAnswerIsForTheReleaseItWasAskedFor();
    void duringIsWatched();
    void damagedLinesAreShown();
    void theGateOfAProtectedEnvironment();
    void exportsMarkdown();
    void looksRightInEveryState();

private:
    void open(const QString &environment);
    void startRelease();
    void append(const ReleaseEvent &event, const QString &who = u"ben@desk"_s);
    void picture(const QString &name);
    void click(const QString &widget) { QTest::mouseClick(m_pane->findChild<QPushButton *>(widget), Qt::LeftButton); }
    ItemWidget *item(const QString &id) const;
    void tick(const QString &id) { QTest::mouseClick(item(id)->findChild<StateButton *>(), Qt::LeftButton); }
    const Release &release() const { return *m_pane->release(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<ReleasePane> m_pane;
};

void TstReleasePane::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    const QMap<QString, QByteArray> files{
        {u"whimbrel.toml"_s,
         "name = \"shop\"\ndefault-environment = \"staging\"\n[environment.staging]\nurl = \"sqlite:shop.db\"\n[environment.production]\nurl = \"sqlite:shop.db\"\nprotected = true\ncolor = \"red\"\n"},
        {u"db/migrations/20240101000000_create_things.sql"_s, "-- migrate:up\nCREATE TABLE things (id integer);\n\n-- migrate:down\nDROP TABLE things;\n"},
        {u"shop.db"_s, ""},
    };
    for (const auto &[name, content] : files.asKeyValueRange()) {
        const QFileInfo path(m_folder->filePath(name));
        QVERIFY(QDir().mkpath(path.path()));
        QFile file(path.filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    m_workbench = std::make_unique<Workbench>(nullptr);
    m_pane = std::make_unique<ReleasePane>(*m_workbench);
    const int em = m_pane->fontMetrics().height();
    m_pane->resize(em * 21, em * 52);
    m_pane->show();
}

void TstReleasePane::cleanup()
{
    m_pane.reset();
    m_workbench.reset();
    m_folder.reset();
}

void TstReleasePane::open(const QString &environment)
{
    m_workbench->openProject(m_folder->path());
    QTRY_VERIFY(m_workbench->project());
    m_workbench->setEnvironment(environment);
    QTRY_VERIFY(m_workbench->target() && m_workbench->target()->environment == environment);
    QTRY_COMPARE(m_workbench->connectionState(), ConnectionState::Connected);
    QTRY_VERIFY(m_pane->findChild<QPushButton *>(u"start"_s)->isVisible());
}

void TstReleasePane::startRelease()
{
    click(u"start"_s);
    QTRY_VERIFY(m_pane->release().has_value());
}

void TstReleasePane::append(const ReleaseEvent &event, const QString &who)
{
    const Result<> result = ReleaseStore(QDir(m_folder->path()), who).append(release().id, event);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().toString()));
}

ItemWidget *TstReleasePane::item(const QString &id) const
{
    return m_pane->findChild<ItemWidget *>(u"item-"_s + id);
}

void TstReleasePane::picture(const QString &name)
{
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        applyTheme(theme);
        QTest::qWait(50); // polish and layout
        QVERIFY(m_pane->grab().save(u"%1/release-%2-%3.png"_s.arg(Test::screenshotFolder(), name, theme)));
    }
    applyTheme(u"light"_s);
}

void TstReleasePane::withoutAProjectItSaysSo()
{
    QVERIFY(!m_pane->findChild<QPushButton *>(u"start"_s)->isVisible());
    QVERIFY(m_pane->findChild<QLabel *>(u"emptyText"_s)->text().contains(u"once a project is open"_s));
    for (const QAction *action : m_pane->actions())
        QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
}

void TstReleasePane::aReleaseIsTickedToTheEnd()
{
    open(u"staging"_s);
    QVERIFY(m_pane->findChild<QPushButton *>(u"start"_s)->text().contains(u"staging"_s));
    startRelease();
    QCOMPARE(release().phaseState(ReleasePhase::During), PhaseState::Locked);
    QVERIFY(!m_pane->phasePanel(ReleasePhase::During)->isExpanded());
    for (ReleasePhase phase : allReleasePhases) {
        QTRY_COMPARE(release().phaseState(phase), PhaseState::Open);
        PhasePanel *panel = m_pane->phasePanel(phase);
        QTRY_VERIFY(panel->isExpanded());
        m_pane->runChecks(phase);
        const QList<ChecklistItem> items = release().phaseItems(phase);
        for (const ChecklistItem &each : items) {
            if (!each.isManual())
                QTRY_VERIFY2(release().item(each.id).probe.has_value(), qPrintable(each.id));
            if (release().item(each.id).done)
                continue;
            if (release().item(each.id).probe && release().item(each.id).probe->state != State::Manual) {
                item(each.id)->findChild<QToolButton *>(u"answer"_s)->click();
                QTest::keyClicks(item(each.id)->findChild<QLineEdit *>(u"note"_s), u"a later release"_s);
                QTest::keyClick(item(each.id)->findChild<QLineEdit *>(u"note"_s), Qt::Key_Return);
            } else {
                tick(each.id);
            }
            QTRY_VERIFY2(release().item(each.id).done, qPrintable(each.id + u": "_s + item(each.id)->stateText()));
        }
        QCOMPARE(release().phaseState(phase), PhaseState::Complete);
    }
    QVERIFY(release().mayClose({}));
    m_pane->findChild<QAction *>(u"release-close"_s)->trigger();
    auto *dialog = m_pane->findChild<ReasonDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_VERIFY(release().closed);
    QTRY_VERIFY(m_pane->findChild<QPushButton *>(u"startAgain"_s)->isVisible());
    QVERIFY(!item(u"team-notified"_s)->findChild<StateButton *>()->isEnabled());
    click(u"startAgain"_s);
    QTRY_VERIFY(!release().closed);
}

void TstReleasePane::aSecondPersonsTickAppears()
{
    open(u"staging"_s);
    startRelease();
    QVERIFY(!release().item(u"team-notified"_s).done);
    append(ReleaseEvent::ticked(u"team-notified"_s, u"in #ops"_s));
    QTRY_VERIFY(release().item(u"team-notified"_s).done);
    QCOMPARE(item(u"team-notified"_s)->findChild<StateButton *>()->mark(), ItemMark::Done);
    const QString person = item(u"team-notified"_s)->findChild<QLabel *>(u"person"_s)->text();
    QVERIFY2(person.contains(u"ben@desk"_s) && person.contains(u"in #ops"_s), qPrintable(person));
    tick(u"team-notified"_s); // taken back by the person here
    QTRY_VERIFY(!release().item(u"team-notified"_s).done);
}

void TstReleasePane::warningsNeedANote()
{
    open(u"staging"_s);
    startRelease();
    append(ReleaseEvent::probed(u"table-sizes"_s, {.state = State::Warning, .value = u"orders 4.2 GiB"_s, .threshold = u"warning over 1 GiB"_s,
                                                   .message = u"Takes minutes."_s, .at = QDateTime::currentDateTimeUtc()}));
    QTRY_VERIFY(release().item(u"table-sizes"_s).probe.has_value());
    ItemWidget *widget = item(u"table-sizes"_s);
    QTRY_COMPARE(widget->findChild<StateButton *>()->mark(), ItemMark::Warning);
    QVERIFY(widget->findChild<QLabel *>(u"value"_s)->text().contains(u"orders 4.2 GiB"_s));
    QVERIFY(widget->findChild<QLabel *>(u"meaning"_s)->isVisible());
    tick(u"table-sizes"_s);
    auto *note = widget->findChild<QLineEdit *>(u"note"_s);
    QVERIFY(note->isVisible());
    QVERIFY(!widget->findChild<QPushButton *>(u"tick"_s)->isEnabled());
    QTest::keyClick(note, Qt::Key_Escape);
    QVERIFY(!note->isVisible());
    tick(u"table-sizes"_s);
    QTest::keyClicks(note, u"measured: 40 s"_s);
    QTest::keyClick(note, Qt::Key_Return);
    QTRY_VERIFY(release().item(u"table-sizes"_s).done);
    QCOMPARE(release().item(u"table-sizes"_s).note, u"measured: 40 s"_s);
    // A failed one has no way round but the override.
    append(ReleaseEvent::probed(u"table-sizes"_s, {.state = State::Failed, .value = {}, .threshold = {}, .message = u"MyISAM"_s, .at = QDateTime::currentDateTimeUtc()}));
    QTRY_COMPARE(widget->findChild<StateButton *>()->mark(), ItemMark::Failed);
    QVERIFY(!widget->findChild<StateButton *>()->isEnabled());
}

void TstReleasePane::overrideNeedsAReason()
{
    open(u"staging"_s);
    startRelease();
    click(u"override"_s);
    auto *dialog = m_pane->findChild<ReasonDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *accept = dialog->findChild<QPushButton *>(u"accept"_s);
    QVERIFY(!accept->isEnabled());
    QVERIFY(!accept->isDefault());
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"the disk is filling up"_s);
    QVERIFY(accept->isEnabled());
    picture(u"override-dialog-behind"_s);
    for (const QString &theme : {u"light"_s, u"dark"_s}) {
        applyTheme(theme);
        QTest::qWait(50); // polish
        QVERIFY(dialog->grab().save(u"%1/release-override-dialog-%2.png"_s.arg(Test::screenshotFolder(), theme)));
    }
    applyTheme(u"light"_s);
    accept->click();
    QTRY_COMPARE(release().phaseState(ReleasePhase::Before), PhaseState::Overridden);
    QCOMPARE(release().overrides.value(ReleasePhase::Before).reason, u"the disk is filling up"_s);
    QTRY_VERIFY(m_pane->phasePanel(ReleasePhase::During)->isExpanded());
}

/// While one person writes why, another closes the release and starts the next.
void TstReleasePane::anAnswerIsForTheReleaseItWasAskedFor()
{
    open(u"staging"_s);
    startRelease();
    click(u"override"_s);
    auto *dialog = m_pane->findChild<ReasonDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"the disk is filling up"_s);
    const QString asked = release().id;
    append(ReleaseEvent::closedWith(u"postponed"_s));
    const Result<Release> next = ReleaseStore(QDir(m_folder->path()), u"ben@desk"_s).start(u"staging"_s, ChecklistTemplate::standard());
    QVERIFY(next && next->id != asked);
    QTRY_COMPARE(release().id, next->id);
    dialog->findChild<QPushButton *>(u"accept"_s)->click();
    const auto *message = m_pane->findChild<KMessageWidget *>(u"releaseError"_s);
    QTRY_VERIFY(message->isVisible());
    QVERIFY2(message->text().contains(asked) && message->text().contains(u"Nothing was written"_s), qPrintable(message->text()));
    const Result<Release> read = ReleaseStore(QDir(m_folder->path())).read(next->id);
    QVERIFY(read && read->overrides.isEmpty());
}

void TstReleasePane::duringIsWatched()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u".whimbrel"_s));
    QFile own(m_folder->filePath(u".whimbrel/checklist.toml"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write("[[before]]\nid = 'a'\ntitle = 'A'\n[[during]]\nid = 'sound'\ntitle = 'Sound'\nprobe = 'integrity'\n[[during]]\nid = 'b'\ntitle = 'B'\n");
    own.close();
    open(u"staging"_s);
    startRelease();
    QVERIFY(!release().item(u"sound"_s).probe);
    tick(u"a"_s);
    QTRY_VERIFY(release().item(u"sound"_s).probe.has_value()); // nobody pressed a button
    QCOMPARE(release().item(u"sound"_s).probe->state, State::Passed);
}

void TstReleasePane::damagedLinesAreShown()
{
    open(u"staging"_s);
    startRelease();
    QFile log(ReleaseStore(QDir(m_folder->path())).folder(release().id).filePath(u"ben@desk.jsonl"_s));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("<<<<<<< ours\n");
    log.close();
    auto *problems = m_pane->findChild<KMessageWidget *>(u"releaseProblems"_s);
    QTRY_VERIFY(problems->isVisible());
    QVERIFY(problems->text().contains(u"ben@desk.jsonl:1"_s));
    picture(u"damaged-line"_s);
    QVERIFY(log.remove());
    QTRY_VERIFY(!problems->isVisible());
}

void TstReleasePane::theGateOfAProtectedEnvironment()
{
    open(u"production"_s);
    startRelease();
    auto *gate = m_pane->findChild<QLabel *>(u"gate"_s);
    QVERIFY(gate->isVisible());
    QVERIFY2(gate->text().contains(u"closed"_s), qPrintable(gate->text()));
    append(ReleaseEvent::overridden(ReleasePhase::Before, u"reason"_s));
    QTRY_VERIFY2(gate->text().contains(u"open"_s), qPrintable(gate->text()));
}

void TstReleasePane::exportsMarkdown()
{
    open(u"staging"_s);
    startRelease();
    m_pane->findChild<QAction *>(u"release-export"_s)->trigger();
    auto *dialog = m_pane->findChild<QFileDialog *>(u"exportDialog"_s);
    QVERIFY(dialog);
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        applyTheme(theme);
        QCoreApplication::sendPostedEvents();
        QVERIFY(dialog->grab().save(u"%1/release-export-%2.png"_s.arg(Test::screenshotFolder(), theme)));
    }
    const QString path = m_folder->filePath(u"release.md"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(QFileInfo::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("# Release "));
}

void TstReleasePane::looksRightInEveryState()
{
    picture(u"no-project"_s);
    open(u"production"_s);
    picture(u"none-yet"_s);
    startRelease();
    picture(u"fresh"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    append(ReleaseEvent::ticked(u"tested-on-staging"_s, u"run 4711: 41 s, no errors"_s), u"anna@laptop"_s);
    append(ReleaseEvent::ticked(u"team-notified"_s));
    append(ReleaseEvent::probed(u"backup-verified"_s, {.state = State::Failed, .value = u"shop.dump: pg_dump archive, 1.2 GiB, 3 h old"_s, .threshold = u"readable to its end"_s,
                                                       .message = u"The backup is damaged and cannot be restored: could not read from input file: end of file"_s, .at = now}));
    append(ReleaseEvent::probed(u"no-drift"_s, {.state = State::Passed, .value = u"12 applied, none changed"_s, .threshold = u"failed over 0"_s, .message = u"Fine."_s, .at = now}));
    append(ReleaseEvent::probed(u"table-sizes"_s, {.state = State::Warning, .value = u"orders 4.2 GiB, about 31,000,000 rows"_s, .threshold = u"warning over 1 GiB"_s,
                                                   .message = u"A statement that rewrites or scans a table of this size takes minutes."_s, .at = now}));
    append(ReleaseEvent::probed(u"can-write"_s, {.state = State::Unknown, .value = {}, .threshold = {}, .message = u"The transactions of other roles are hidden. A right is missing: GRANT pg_read_all_stats TO deploy;"_s, .at = now}));
    QTRY_VERIFY(release().item(u"can-write"_s).probe.has_value());
    tick(u"table-sizes"_s);
    picture(u"before"_s);
    append(ReleaseEvent::overridden(ReleasePhase::Before, u"The disk is filling up; backup of the replica was read to its end by hand."_s));
    QTRY_COMPARE(release().phaseState(ReleasePhase::Before), PhaseState::Overridden);
    append(ReleaseEvent::ticked(u"query-performance"_s));
    QTRY_VERIFY(release().item(u"query-performance"_s).done);
    picture(u"during"_s);
    append(ReleaseEvent::ticked(u"lock-contention"_s));
    append(ReleaseEvent::ticked(u"progress"_s));
    QTRY_COMPARE(release().phaseState(ReleasePhase::After), PhaseState::Open);
    picture(u"after"_s);
    append(ReleaseEvent::closedWith(u"postponed"_s));
    QTRY_VERIFY(release().closed);
    picture(u"closed"_s);
}

WHIMBREL_TEST(TstReleasePane)
#include "tst_releasepane.moc"
