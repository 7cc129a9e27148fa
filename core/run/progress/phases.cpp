// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress/phases.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Sample = ProgressSample;
using Unit = ProgressSample::Unit;

/// A phase of a command: how its name begins, its share of the whole, and the columns that count it.
struct Phase
{
    const char *name;
    double share;
    Unit unit;
    const char *done;
    const char *total;
};

constexpr std::array buildPhases{
    Phase{"initializing", 0, Unit::None, nullptr, nullptr},
    Phase{"waiting for writers before build", 0, Unit::Sessions, "lockers_done", "lockers_total"},
    Phase{"building index: initializing", 0, Unit::None, nullptr, nullptr},
    Phase{"building index: scanning table", 35, Unit::Blocks, "blocks_done", "blocks_total"},
    Phase{"building index: sorting live tuples", 10, Unit::None, nullptr, nullptr},
    Phase{"building index: sorting dead tuples", 0, Unit::None, nullptr, nullptr},
    Phase{"building index: loading tuples in tree", 15, Unit::Rows, "tuples_done", "tuples_total"},
};

/// Of an index method that does not tell what it is at.
constexpr std::array wholeBuild{
    Phase{"initializing", 0, Unit::None, nullptr, nullptr},
    Phase{"waiting for writers before build", 0, Unit::Sessions, "lockers_done", "lockers_total"},
    Phase{"building index", 60, Unit::Blocks, "blocks_done", "blocks_total"},
};

constexpr std::array validationPhases{
    Phase{"waiting for writers before validation", 0, Unit::Sessions, "lockers_done", "lockers_total"},
    Phase{"index validation: scanning index", 10, Unit::Blocks, "blocks_done", "blocks_total"},
    Phase{"index validation: sorting tuples", 5, Unit::None, nullptr, nullptr},
    Phase{"index validation: scanning table", 20, Unit::Blocks, "blocks_done", "blocks_total"},
    Phase{"waiting for old snapshots", 0, Unit::Sessions, "lockers_done", "lockers_total"},
    Phase{"waiting for readers before marking dead", 0, Unit::Sessions, "lockers_done", "lockers_total"},
    Phase{"waiting for readers before dropping", 0, Unit::Sessions, "lockers_done", "lockers_total"},
};

/// VACUUM FULL, and CLUSTER by the order of an index: rows are written as they are read.
constexpr std::array copyPhases{
    Phase{"initializing", 0, Unit::None, nullptr, nullptr},
    Phase{"seq scanning heap", 70, Unit::Blocks, "heap_blks_scanned", "heap_blks_total"},
    Phase{"index scanning heap", 0, Unit::Rows, "heap_tuples_scanned", nullptr},
    Phase{"swapping relation files", 0, Unit::None, nullptr, nullptr},
    Phase{"rebuilding index", 28, Unit::None, "index_rebuild_count", "indexes"},
    Phase{"performing final cleanup", 2, Unit::None, nullptr, nullptr},
};

/// CLUSTER that reads, sorts, and then writes.
constexpr std::array sortPhases{
    Phase{"initializing", 0, Unit::None, nullptr, nullptr},
    Phase{"seq scanning heap", 30, Unit::Blocks, "heap_blks_scanned", "heap_blks_total"},
    Phase{"sorting tuples", 10, Unit::None, nullptr, nullptr},
    Phase{"writing new heap", 30, Unit::Rows, "heap_tuples_written", "heap_tuples_scanned"},
    Phase{"swapping relation files", 0, Unit::None, nullptr, nullptr},
    Phase{"rebuilding index", 28, Unit::None, "index_rebuild_count", "indexes"},
    Phase{"performing final cleanup", 2, Unit::None, nullptr, nullptr},
};

constexpr std::array analyzePhases{
    Phase{"initializing", 0, Unit::None, nullptr, nullptr},
    Phase{"acquiring sample rows", 80, Unit::Blocks, "sample_blks_scanned", "sample_blks_total"},
    Phase{"acquiring inherited sample rows", 0, Unit::Blocks, "sample_blks_scanned", "sample_blks_total"},
    Phase{"computing statistics", 15, Unit::None, nullptr, nullptr},
    Phase{"computing extended statistics", 4, Unit::None, nullptr, nullptr},
    Phase{"finalizing analyze", 1, Unit::None, nullptr, nullptr},
};

qlonglong number(const QJsonObject &row, const char *column)
{
    const QJsonValue value = column ? row.value(QLatin1StringView(column)) : QJsonValue();
    return value.isDouble() ? value.toInteger() : -1;
}

/// Negative where there is nothing to divide by, as in a phase that has only begun.
double ratio(qlonglong done, qlonglong total)
{
    return done < 0 || total <= 0 ? -1 : std::clamp(double(done) / double(total), 0.0, 1.0);
}

/// The phase of the row and what stands before it, over all that there are. Without a fraction where the phase is not
/// among them.
Sample fromPhases(const QJsonObject &row, std::span<const Phase> phases)
{
    Sample sample{.source = Sample::Source::Phases, .phase = row.value("phase"_L1).toString()};
    double before = 0;
    double all = 0;
    for (const Phase &phase : phases) {
        if (sample.phase == QLatin1StringView(phase.name)) {
            sample.unit = phase.unit;
            sample.done = number(row, phase.done);
            sample.total = number(row, phase.total);
            sample.fraction = before + phase.share * std::max(0.0, ratio(sample.done, sample.total));
        }
        before += phase.share;
        all += phase.share;
    }
    if (sample.fraction >= 0)
        sample.fraction /= all;
    if (sample.total <= 0)
        sample.total = -1;
    if (sample.total < 0 && sample.done == 0)
        sample.done = -1;
    return sample;
}

/// Of a partitioned table the parts come one after the other, each from the beginning.
void countPartitions(Sample &sample, const QJsonObject &row)
{
    const qlonglong total = number(row, "partitions_total");
    if (total > 0 && sample.fraction >= 0)
        sample.fraction = std::min(1.0, (double(std::max<qlonglong>(0, number(row, "partitions_done"))) + sample.fraction) / double(total));
}

} // namespace

ProgressSample indexProgress(const QJsonObject &row)
{
    const bool concurrently = row.value("command"_L1).toString().endsWith("CONCURRENTLY"_L1);
    const bool isWhole = row.value("phase"_L1).toString() == "building index"_L1;
    std::vector<Phase> phases;
    phases.insert(phases.end(), isWhole ? wholeBuild.begin() : buildPhases.begin(), isWhole ? wholeBuild.end() : buildPhases.end());
    if (concurrently)
        phases.insert(phases.end(), validationPhases.begin(), validationPhases.end());
    Sample sample = fromPhases(row, phases);
    countPartitions(sample, row);
    return sample;
}

/// The heap is scanned while its indexes are cleaned whenever the memory for dead rows is full: then the scan goes on, so what
/// is scanned counts, not the phase.
ProgressSample vacuumProgress(const QJsonObject &row)
{
    Sample sample{.source = Sample::Source::Phases, .phase = row.value("phase"_L1).toString(), .unit = Unit::Blocks};
    sample.done = number(row, "heap_blks_scanned");
    sample.total = number(row, "heap_blks_total");
    const double scanned = ratio(sample.done, sample.total);
    if (scanned < 0) {
        sample.done = sample.total = -1;
        sample.fraction = sample.phase == "initializing"_L1 ? 0 : -1;
        return sample;
    }
    constexpr double heap = 0.7;
    constexpr double indexes = 0.15;
    constexpr double second = 0.1;
    sample.fraction = heap * scanned;
    if (scanned < 1)
        return sample;
    if (sample.phase == "vacuuming indexes"_L1) {
        sample.fraction += indexes * std::max(0.0, ratio(number(row, "indexes_processed"), number(row, "indexes_total")));
        sample.unit = Unit::None;
    } else if (sample.phase == "vacuuming heap"_L1) {
        sample.done = number(row, "heap_blks_vacuumed");
        sample.fraction += indexes + second * std::max(0.0, ratio(sample.done, sample.total));
    } else if (sample.phase != "scanning heap"_L1) {
        sample.fraction += indexes + second;
        sample.unit = Unit::None;
    }
    if (sample.unit == Unit::None)
        sample.done = sample.total = -1;
    return sample;
}

ProgressSample clusterProgress(const QJsonObject &row)
{
    const bool byIndex = row.value("phase"_L1).toString() == "index scanning heap"_L1; // which counts rows, of nobody knows how many
    const bool copies = byIndex || row.value("command"_L1).toString() == "VACUUM FULL"_L1;
    Sample sample = fromPhases(row, copies ? std::span<const Phase>(copyPhases) : std::span<const Phase>(sortPhases));
    if (byIndex)
        sample.fraction = -1;
    return sample;
}

ProgressSample analyzeProgress(const QJsonObject &row)
{
    return fromPhases(row, analyzePhases);
}

ProgressSample copyProgress(const QJsonObject &row, qlonglong bytes)
{
    Sample sample{.source = Sample::Source::Phases, .phase = row.value("command"_L1).toString(), .unit = Unit::Bytes};
    sample.done = number(row, "bytes_processed");
    sample.total = std::max(number(row, "bytes_total"), bytes);
    sample.fraction = ratio(sample.done, sample.total);
    if (sample.fraction >= 0)
        return sample;
    sample.unit = Unit::Rows;
    sample.done = number(row, "tuples_processed");
    sample.total = -1;
    return sample;
}

double stageFraction(int stage, int maxStage, double percent)
{
    if (stage < 1 || maxStage < stage)
        return -1;
    return std::clamp((stage - 1 + std::clamp(percent, 0.0, 100.0) / 100) / maxStage, 0.0, 1.0);
}

} // namespace Whimbrel
