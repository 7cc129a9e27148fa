// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target once over each file of the folders given: what the fuzzer has found stays found, with any compiler.
#include <QDirIterator>
#include <QFile>

#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        QDirIterator folder(QFile::decodeName(argv[i]), QDir::Files, QDirIterator::Subdirectories);
        while (folder.hasNext()) {
            QFile file(folder.next());
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "cannot read %s\n", qPrintable(file.fileName()));
                return 1;
            }
            const QByteArray content = file.readAll();
            std::printf("%s\n", qPrintable(file.fileName()));
            std::fflush(stdout); // the last line names the file that broke it
            LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(content.constData()), static_cast<size_t>(content.size()));
            ++files;
        }
    }
    return files > 0 ? 0 : 1; // a corpus that has moved away proves nothing
}
