// SPDX-License-Identifier: GPL-3.0-or-later
#include "shellfixture.h"
#include "test.h"
#include "timeline/timelinedelegate.h"
#include "timeline/timelinefilter.h"
#include "timeline/timelinemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QPainter>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Whimbrel::Test::entry;

namespace {

/// The model as indented text: months, and under each the migrations with their state in words.
QString toText(const QAbstractItemModel &model)
{
    QString text;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        text += parent.data().toString() + u'\n';
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const auto *shown = model.index(row, 0, parent).data(TimelineModel::RowRole).value<const TimelineRow *>();
            text += u"  %1: %2\n"_s.arg(shown->entry.migration.description, shown->stateText());
        }
    }
    return text;
}

Timeline threeMonths()
{
    Timeline timeline;
    timeline.connected = true;
    timeline.entries = {
        entry(u"20240101120000"_s, u"create_users"_s, MigrationState::Applied),
        entry(u"20240115120000"_s, u"add_email"_s, MigrationState::Modified),
        entry(u"20240203120000"_s, u"add_status"_s, MigrationState::Pending),
        entry(u"20240204120000"_s, u"fill_status"_s, MigrationState::Pending),
        entry(u"20240301120000"_s, u"drop_name"_s, MigrationState::Pending),
    };
    return timeline;
}

} // namespace

class TstTimelineModel : public Whimbrel::Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Whimbrel::Test::freshStart();
        QLocale::setDefault(QLocale::English);
    }

    void groupsByMonthAndNamesStates()
    {
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTimeline(threeMonths());
        QCOMPARE(toText(model), u"January 2024\n"
                                "  create_users: applied\n"
                                "  add_email: modified since applied\n"
                                "February 2024\n"
                                "  add_status: pending, runs next\n"
                                "  fill_status: pending\n"
                                "March 2024\n"
                                "  drop_name: pending\n"_s);
    }

    void versionsWithoutDatesAreOneGroup()
    {
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        Timeline timeline;
        timeline.entries = {entry(u"001"_s, u"one"_s, MigrationState::Pending), entry(u"99999999"_s, u"no_date"_s, MigrationState::Pending)};
        model.setTimeline(timeline);
        QCOMPARE(toText(model), u"Migrations\n  one: state unknown\n  no_date: state unknown\n"_s);
    }

    void refreshKeepsRows()
    {
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        Timeline timeline = threeMonths();
        model.setTimeline(timeline);
        const QPersistentModelIndex kept = model.indexOf(u"20240204120000"_s);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

        model.setTimeline(timeline);
        QCOMPARE(changes.count(), 0);

        timeline.entries.removeAt(0);
        timeline.entries[1].state = MigrationState::Applied;
        timeline.entries.insert(2, entry(u"20240203130000"_s, u"between"_s, MigrationState::Pending));
        timeline.entries.append(entry(u"20240501120000"_s, u"later"_s, MigrationState::Pending));
        model.setTimeline(timeline);
        QCOMPARE(resets.count(), 0);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data(TimelineModel::VersionRole).toString(), u"20240204120000"_s);
        QCOMPARE(toText(model), u"January 2024\n"
                                "  add_email: modified since applied\n"
                                "February 2024\n"
                                "  add_status: applied\n"
                                "  between: pending, runs next\n"
                                "  fill_status: pending\n"
                                "March 2024\n"
                                "  drop_name: pending\n"
                                "May 2024\n"
                                "  later: pending\n"_s);
    }

    void runShowsRunningAndDone()
    {
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTimeline(threeMonths());
        const QModelIndex index = model.indexOf(u"20240203120000"_s);
        const auto state = [&index] { return index.data(TimelineModel::RowRole).value<const TimelineRow *>()->stateText(); };
        model.setRunning(u"20240203120000"_s, 0.25);
        QCOMPARE(state(), u"running, 25 %"_s);
        model.setFinished(u"20240203120000"_s, Direction::Up);
        QCOMPARE(state(), u"applied"_s);
        model.setRunning(u"20240204120000"_s, -1);
        model.setRunning({}, -1);
        QCOMPARE(model.indexOf(u"20240204120000"_s).data(TimelineModel::RowRole).value<const TimelineRow *>()->stateText(), u"pending"_s);
    }

    void accessibleTextSaysEverything()
    {
        TimelineModel model;
        Timeline timeline = threeMonths();
        timeline.entries[2].transaction = false;
        timeline.entries[2].reversible = false;
        model.setTimeline(timeline);
        QCOMPARE(model.indexOf(u"20240203120000"_s).data(Qt::AccessibleTextRole).toString(),
                 u"add_status, pending, runs next, version 20240203120000, no transaction, irreversible"_s);
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"January 2024, 2 migrations"_s);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<TimelineFilter::States>("states");
        QTest::addColumn<QString>("expected");
        QTest::newRow("word") << u"STATUS"_s << TimelineFilter::States::All
                              << u"February 2024\n  add_status: pending, runs next\n  fill_status: pending\n"_s;
        QTest::newRow("two words") << u"0203 add"_s << TimelineFilter::States::All << u"February 2024\n  add_status: pending, runs next\n"_s;
        QTest::newRow("problems") << QString() << TimelineFilter::States::Problems
                                  << u"January 2024\n  add_email: modified since applied\n"_s;
        QTest::newRow("both") << u"drop"_s << TimelineFilter::States::Applied << QString();
    }

    void filters()
    {
        QFETCH(QString, search);
        QFETCH(TimelineFilter::States, states);
        TimelineModel model;
        model.setTimeline(threeMonths());
        TimelineFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        filter.setSearch(search);
        filter.setStates(states);
        QTEST(toText(filter), "expected");
        filter.setSearch({});
        filter.setStates(TimelineFilter::States::All);
        QCOMPARE(toText(filter), toText(model));
    }

    void everyStateHasItsOwnShape()
    {
        // Without colour: what is painted at all is compared with every other shape.
        QList<QImage> images;
        for (int shape = 0; shape <= static_cast<int>(NodeShape::Unknown); ++shape) {
            QImage image(48, 48, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            paintNode(painter, TimelineRow{.entry = {}, .shape = static_cast<NodeShape>(shape)}, {24, 24}, 24, Qt::transparent, 0);
            painter.end();
            image = image.createAlphaMask(Qt::ThresholdDither);
            QVERIFY2(!images.contains(image), qPrintable(u"shape %1"_s.arg(shape)));
            images << image;
        }
    }

    void tenThousandRowsAreFast()
    {
        Timeline timeline;
        timeline.connected = true;
        QDateTime time(QDate(2015, 1, 1), QTime(12, 0), QTimeZone::UTC);
        for (int i = 0; i < 10'000; ++i, time = time.addSecs(8 * 3600))
            timeline.entries << entry(time.toString(u"yyyyMMddHHmmss"_s), u"change_number_%1"_s.arg(i), i < 9000 ? MigrationState::Applied : MigrationState::Pending);
        TimelineModel model;
        TimelineFilter filter;
        filter.setSourceModel(&model);
        QTreeView view;
        TimelineDelegate delegate;
        view.setModel(&filter);
        view.setItemDelegate(&delegate);
        view.setHeaderHidden(true);
        view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        view.resize(400, 800);
        QElapsedTimer timer;
        timer.start();
        model.setTimeline(timeline);
        view.expandAll();
        view.grab();
        const qint64 shown = timer.restart();
        constexpr int frames = 60;
        for (int frame = 0; frame < frames; ++frame) {
            view.verticalScrollBar()->setValue(frame * 997);
            view.grab();
        }
        const qint64 scrolled = timer.restart();
        timeline.entries.last().state = MigrationState::Applied;
        model.setTimeline(timeline);
        const qint64 refreshed = timer.restart();
        filter.setSearch(u"9999"_s);
        const qint64 searched = timer.elapsed();
        qInfo("10,000 rows: shown in %lld ms, a frame in %.1f ms, refreshed in %lld ms, searched in %lld ms", shown,
              static_cast<double>(scrolled) / frames, refreshed, searched);
        // Ten times what it takes in a release build on a quiet machine: this finds what is quadratic, not what is slow.
        QCOMPARE_LT(shown, 3000);
        QCOMPARE_LT(scrolled / frames, 100);
        QCOMPARE_LT(refreshed, 1000);
        QCOMPARE_LT(searched, 1000);
    }

    void picturesOfEveryState()
    {
        Timeline timeline;
        timeline.connected = true;
        const auto add = [&timeline](const QString &version, const QString &description, MigrationState state) -> TimelineEntry & {
            timeline.entries << entry(version, description, state);
            return timeline.entries.last();
        };
        add(u"20230301090000"_s, u"start_from_here"_s, MigrationState::Baseline);
        TimelineEntry &applied = add(u"20240101120000"_s, u"create_users"_s, MigrationState::Applied);
        applied.appliedAt = QDateTime(QDate(2024, 1, 1), QTime(12, 0), QTimeZone::UTC);
        applied.durationMs = 14;
        add(u"20240104120000"_s, u"add_email_index"_s, MigrationState::Applied).transaction = false;
        add(u"20240105120000"_s, u"edited_later"_s, MigrationState::Modified);
        add(u"20240106120000"_s, u"removed_by_someone"_s, MigrationState::Missing);
        add(u"20240107120000"_s, u"from_a_branch"_s, MigrationState::OutOfOrder);
        add(u"20240108120000"_s, u"refresh_view"_s, MigrationState::Outdated);
        add(u"20240109120000"_s, u"left_out"_s, MigrationState::Ignored);
        TimelineEntry &partly = add(u"20240201120000"_s, u"build_three_indexes"_s, MigrationState::Failed);
        partly.statementsDone = 2;
        partly.statementsTotal = 3;
        partly.transaction = false;
        add(u"20240202120000"_s, u"add_constraint"_s, MigrationState::Failed);
        add(u"20240203120000"_s, u"runs_now"_s, MigrationState::Pending);
        add(u"20240204120000"_s, u"add_user_status_with_a_name_that_is_far_too_long_for_the_pane"_s, MigrationState::Pending).reversible = false;
        add(u"20240205120000"_s, u"drop_full_name"_s, MigrationState::Pending).migration.phase = MigrationPhase::Contract;
        TimelineModel model;
        model.setTimeline(timeline);
        model.setRunning(u"20240203120000"_s, -1);
        model.setSafety({{u"20240202120000"_s, {.worst = Severity::Error, .findings = 12, .phase = MigrationPhase::Expand}},
                         {u"20240204120000"_s, {.worst = Severity::Warning, .findings = 2, .phase = MigrationPhase::Migrate}},
                         {u"20240205120000"_s, {.worst = Severity::Info, .findings = 1, .phase = MigrationPhase::Contract}}});
        QTreeView view;
        TimelineDelegate delegate;
        view.setModel(&model);
        view.setItemDelegate(&delegate);
        view.setHeaderHidden(true);
        view.setIndentation(0);
        view.expandAll();
        view.setCurrentIndex(model.indexOf(u"20240105120000"_s));
        view.resize(340, 760);
        Whimbrel::Test::picture(view, u"timeline-states"_s);
    }
};

WHIMBREL_TEST(TstTimelineModel)

#include "tst_timelinemodel.moc"
