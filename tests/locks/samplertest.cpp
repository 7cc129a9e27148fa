// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplertest.h"

namespace Whimbrel::Test {

void SamplerTest::openMonitor(const ConnectionSettings &settings)
{
    Result<std::unique_ptr<Session>> monitor = Session::open(settings, SessionRole::Monitor);
    QVERIFY2(monitor, qPrintable(monitor ? QString() : monitor.error().toString()));
    m_monitor = std::move(*monitor);
    m_sampler = LockSampler::create(*m_monitor);
}

void SamplerTest::closeMonitor()
{
    m_sampler.reset();
    m_monitor.reset();
}

LockSample SamplerTest::take()
{
    const Result<LockSample> sample = m_sampler->sample(*m_monitor);
    if (sample)
        return *sample;
    QTest::qFail(qPrintable(sample.error().toString()), __FILE__, __LINE__);
    return {};
}

} // namespace Whimbrel::Test
