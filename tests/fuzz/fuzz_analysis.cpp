// SPDX-License-Identifier: GPL-3.0-or-later
#include "input.h"
#include "safety/project/projectanalysis.h"

using namespace Whimbrel;
using namespace Qt::StringLiterals;

/// All that linting a file does: sections, readers, catalog, impacts and rules. Whatever is found stands in the text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString script = Fuzz::scriptOf(data, size);
    const MigrationAnalysis analysis = analyseText(script, u"fuzz.sql"_s, {.dialect = Dialect::WHIMBREL_FUZZ_DIALECT});
    for (const Finding &finding : analysis.findings()) {
        Fuzz::require(finding.start.offset >= 0 && finding.start.offset <= finding.end.offset);
        Fuzz::require(finding.end.offset <= script.size());
        Fuzz::require(finding.start.line >= 1 && finding.start.column >= 1 && !finding.message.isEmpty());
    }
    return 0;
}
