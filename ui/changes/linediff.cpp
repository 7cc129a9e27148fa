// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/linediff.h"

#include <algorithm>
#include <vector>

namespace Whimbrel {

namespace {

using Lines = QList<QStringView>;
constexpr int mostEdits = 1500; // above, the search would cost more than its result tells

Lines splitLines(QStringView text)
{
    Lines lines = text.split(u'\n');
    if (lines.size() > 1 && lines.last().isEmpty())
        lines.removeLast(); // the end of the last line, not a line
    return lines;
}

/// Marks which lines of a middle part (without common head and tail) survive.
class Search
{
public:
    Search(const Lines &before, const Lines &after) : m_before(before), m_after(after) {}

    /// Pairs of indexes of equal lines, in order; nullopt-like empty where too different.
    std::vector<std::pair<int, int>> run()
    {
        const int n = static_cast<int>(m_before.size());
        const int m = static_cast<int>(m_after.size());
        const int limit = std::min(n + m, mostEdits);
        std::vector<int> furthest(static_cast<size_t>(2 * limit + 3), 0);
        const auto at = [&furthest, limit](int diagonal) -> int & {
            return furthest[static_cast<size_t>(diagonal + limit + 1)];
        };
        std::vector<std::vector<int>> trace;
        for (int edits = 0; edits <= limit; ++edits) {
            trace.push_back(furthest);
            for (int k = -edits; k <= edits; k += 2) {
                int x = k == -edits || (k != edits && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
                while (x < n && x - k < m && x - k >= 0 && m_before[x] == m_after[x - k])
                    ++x;
                at(k) = x;
                if (x >= n && x - k >= m)
                    return walkBack(trace, limit, n, m);
            }
        }
        return {};
    }

private:
    static std::vector<std::pair<int, int>> walkBack(const std::vector<std::vector<int>> &trace, int limit, int x,
                                                     int y)
    {
        std::vector<std::pair<int, int>> pairs;
        for (int edits = static_cast<int>(trace.size()) - 1; edits >= 0; --edits) {
            const auto at = [&](int diagonal) {
                return trace[static_cast<size_t>(edits)][static_cast<size_t>(diagonal + limit + 1)];
            };
            const int k = x - y;
            const int previous = k == -edits || (k != edits && at(k - 1) < at(k + 1)) ? k + 1 : k - 1;
            const int previousX = edits == 0 ? 0 : at(previous);
            const int previousY = edits == 0 ? 0 : previousX - previous;
            while (x > previousX && y > previousY)
                pairs.emplace_back(--x, --y);
            x = previousX;
            y = previousY;
        }
        std::ranges::reverse(pairs);
        return pairs;
    }

    const Lines &m_before;
    const Lines &m_after;
};

QList<DiffLine> allLines(const Lines &before, const Lines &after)
{
    qsizetype head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < after.size() - head
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const Lines oldMiddle = before.sliced(head, before.size() - head - tail);
    const Lines newMiddle = after.sliced(head, after.size() - head - tail);

    QList<DiffLine> lines;
    qsizetype o = 0;
    qsizetype n = 0;
    const auto removedAndAdded = [&](qsizetype oldEnd, qsizetype newEnd) {
        for (; o < oldEnd; ++o)
            lines << DiffLine{DiffLine::Kind::Removed, before[o].toString(), static_cast<int>(o) + 1, 0, 0};
        for (; n < newEnd; ++n)
            lines << DiffLine{DiffLine::Kind::Added, after[n].toString(), 0, static_cast<int>(n) + 1, 0};
    };
    const auto same = [&] {
        lines << DiffLine{DiffLine::Kind::Same, after[n].toString(), static_cast<int>(o) + 1, static_cast<int>(n) + 1,
                          0};
        ++o;
        ++n;
    };
    while (o < head)
        same();
    for (const auto &[oldLine, newLine] : Search(oldMiddle, newMiddle).run()) {
        removedAndAdded(head + oldLine, head + newLine);
        same();
    }
    removedAndAdded(before.size() - tail, after.size() - tail);
    while (o < before.size())
        same();
    return lines;
}

QList<DiffLine> withContext(const QList<DiffLine> &lines, int context)
{
    QList<bool> wanted(lines.size(), false);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == DiffLine::Kind::Same)
            continue;
        const qsizetype end = std::min<qsizetype>(lines.size() - 1, i + context);
        for (qsizetype near = std::max<qsizetype>(0, i - context); near <= end; ++near)
            wanted[near] = true;
    }
    QList<DiffLine> shown;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (wanted[i])
            shown << lines[i];
        else if (!shown.isEmpty() && shown.last().kind == DiffLine::Kind::Skipped)
            ++shown.last().skipped;
        else
            shown << DiffLine{DiffLine::Kind::Skipped, {}, 0, 0, 1};
    }
    return shown;
}

} // namespace

QList<DiffLine> lineDiff(const QString &before, const QString &after, int context)
{
    const QList<DiffLine> lines = allLines(splitLines(before), splitLines(after));
    return context < 0 ? lines : withContext(lines, context);
}

} // namespace Whimbrel
