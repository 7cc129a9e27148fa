// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/secretstore.h"

#include <qt6keychain/keychain.h>

#include <QEventLoop>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr std::chrono::seconds patience{2};

/// The keychain for the command line, whose only thread may wait.
class CommandLineKeychain final : public SecretStore
{
public:
    QString password(const ConnectionSettings &settings) override
    {
        // Owned by itself: when nobody waits any more, the job still ends in its own time.
        auto *job = new QKeychain::ReadPasswordJob(keychainService);
        job->setKey(keychainKey(settings));
        QEventLoop loop;
        QString password;
        QObject::connect(job, &QKeychain::Job::finished, &loop, [&] {
            if (job->error() == QKeychain::NoError)
                password = job->textData();
            loop.quit();
        });
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        job->start();
        loop.exec();
        return password;
    }

    Result<> storePassword(const ConnectionSettings &, const QString &) override
    {
        return failure(ErrorKind::Usage, u"The command line saves no passwords."_s);
    }

    Result<> forgetPassword(const ConnectionSettings &) override
    {
        return failure(ErrorKind::Usage, u"The command line removes no passwords."_s);
    }
};

} // namespace

} // namespace Whimbrel

extern "C" Q_DECL_EXPORT Whimbrel::SecretStore *whimbrelKeychain()
{
    static Whimbrel::CommandLineKeychain keychain;
    return &keychain;
}
