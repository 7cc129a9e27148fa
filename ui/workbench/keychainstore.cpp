// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/keychainstore.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QSemaphore>
#include <QThread>

#include <memory>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int s_waitMs = 2000;

/// What a job left behind, shared with the GUI thread: the job may end long after nobody waits any more.
struct Answer
{
    QSemaphore done;
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
};

/// Starts a job on the GUI thread; null if it did not end in time.
template<typename Job, typename Prepare, typename Read>
std::shared_ptr<Answer> await(const QString &key, Prepare prepare, Read read)
{
    Q_ASSERT(QThread::currentThread() != qApp->thread());
    auto answer = std::make_shared<Answer>();
    QMetaObject::invokeMethod(qApp, [answer, key, prepare, read] {
        auto *job = new Job(keychainService);
        job->setKey(key);
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, qApp, [answer, read](QKeychain::Job *finished) {
            answer->error = finished->error();
            answer->text = read(*static_cast<Job *>(finished));
            answer->done.release();
        });
        job->start();
    });
    return answer->done.tryAcquire(1, s_waitMs) ? answer : nullptr;
}

QString reasonOf(const std::shared_ptr<Answer> &answer)
{
    return answer ? answer->text : QCoreApplication::translate("Whimbrel::KeychainStore", "It did not answer in time.");
}

} // namespace

QString KeychainStore::password(const ConnectionSettings &settings)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto given = m_given.constFind(keychainKey(settings)); given != m_given.constEnd())
            return *given;
    }
    const auto answer = await<QKeychain::ReadPasswordJob>(
        keychainKey(settings), [](QKeychain::ReadPasswordJob &) {},
        [](QKeychain::ReadPasswordJob &job) { return job.textData(); });
    return answer && answer->error == QKeychain::NoError ? answer->text : QString();
}

Result<> KeychainStore::storePassword(const ConnectionSettings &settings, const QString &password)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_given.insert(keychainKey(settings), password);
    }
    const auto answer = await<QKeychain::WritePasswordJob>(
        keychainKey(settings), [password](QKeychain::WritePasswordJob &job) { job.setTextData(password); },
        [](QKeychain::WritePasswordJob &job) { return job.errorString(); });
    if (answer && answer->error == QKeychain::NoError)
        return {};
    std::unexpected<Error> error =
        failure(ErrorKind::Io,
                QCoreApplication::translate("Whimbrel::KeychainStore", "The password was not saved in the keychain."),
                QCoreApplication::translate(
                    "Whimbrel::KeychainStore",
                    "It is used until Whimbrel is closed. Set PGPASSWORD or MYSQL_PWD to have it again."));
    error.error().detail = reasonOf(answer);
    return error;
}

Result<> KeychainStore::forgetPassword(const ConnectionSettings &settings)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_given.remove(keychainKey(settings));
    }
    const auto answer = await<QKeychain::DeletePasswordJob>(
        keychainKey(settings), [](QKeychain::DeletePasswordJob &) {},
        [](QKeychain::DeletePasswordJob &job) { return job.errorString(); });
    if (answer && (answer->error == QKeychain::NoError || answer->error == QKeychain::EntryNotFound))
        return {};
    std::unexpected<Error> error = failure(
        ErrorKind::Io,
        QCoreApplication::translate("Whimbrel::KeychainStore", "The password was not removed from the keychain."),
        QCoreApplication::translate("Whimbrel::KeychainStore",
                                    "Remove it with the desktop's own program; its name there is %1.")
            .arg(keychainKey(settings)));
    error.error().detail = reasonOf(answer);
    return error;
}

} // namespace Whimbrel
