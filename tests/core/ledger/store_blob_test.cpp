// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/commit.h"
#include "core/crypto/hash.h"
#include "tests/core/ledger/store_fixture.h"

#include <QFile>

namespace cs::test {
namespace {

Bytes bigContent(std::size_t size)
{
    Bytes content(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        content[i] = static_cast<char>(i * 31 + i / 1000);
    return content;
}

TEST_F(StoreContract, BlobsOfEverySize)
{
    const auto store = made(0);
    for (const std::size_t size :
        {std::size_t(0), std::size_t(1), chunkBytes - 1, chunkBytes, chunkBytes + 1, chunkBytes * 3}) {
        const Bytes content = bigContent(size);
        const auto digest = store->putBlob(BlobClass::Evidence, content);
        ASSERT_TRUE(digest) << size << digest.error().message().toStdString();
        EXPECT_EQ(*digest, sha256(content));
        EXPECT_EQ(*store->getBlob(*digest, size), content);
        EXPECT_EQ(*store->putBlob(BlobClass::Evidence, content), *digest) << "stored once";
        if (size > 0) {
            EXPECT_EQ(codeOf(store->getBlob(*digest, size - 1).error()), "CS-STORE-BLOB-SIZE");
        }
    }
    EXPECT_EQ(store->listBlobs(std::nullopt, 100)->size(), 6U);
    const auto first = store->listBlobs(std::nullopt, 2);
    EXPECT_EQ(store->listBlobs(first->back().digest, 100)->size(), 4U);
    EXPECT_EQ(codeOf(store->getBlob(sha256("missing"), 9).error()), blobMissingCode);
}

TEST_F(StoreContract, ErasableBlobsNeedTheirSalt)
{
    const auto store = made(0);
    const Bytes salt = newSalt();
    const auto digest = store->putBlob(BlobClass::Erasable, "A. Person", salt);
    ASSERT_TRUE(digest);
    EXPECT_EQ(*digest, commitment(salt, "A. Person"));
    EXPECT_EQ(*store->getBlob(*digest, 100), "A. Person");
    EXPECT_EQ(store->blobInfo(*digest)->salt, salt);
    EXPECT_FALSE(store->putBlob(BlobClass::Erasable, "x"));
    EXPECT_FALSE(store->putBlob(BlobClass::Evidence, "x", salt));
    EXPECT_EQ(codeOf(store->putBlob(BlobClass::Evidence, salt + "A. Person").error()), "CS-STORE-BLOB-CLASS")
        << "a file that has the same digest must not be taken for the salted text";
}

TEST_F(StoreTest, ErasingRemovesBytesAndSaltFromTheFile)
{
    const Bytes salt(32, 'S');
    const std::string content = "a very recognisable secret comment 4711";
    Digest digest;
    {
        const auto store = made(2);
        digest = *store->putBlob(BlobClass::Erasable, content, salt);
        const Digest evidence = *store->putBlob(BlobClass::Evidence, "report");
        EXPECT_EQ(codeOf(store->eraseBlob(evidence).error()), "CS-STORE-ERASE");
        ASSERT_TRUE(store->eraseBlob(digest));
        EXPECT_TRUE(store->eraseBlob(digest)) << "gone already is success";
        EXPECT_EQ(codeOf(store->getBlob(digest, 100).error()), blobMissingCode);
    }
    for (const char* suffix : {"", "-wal", "-shm"}) {
        QFile file(qs(path + suffix));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        EXPECT_FALSE(bytes.contains("secret comment")) << suffix;
        EXPECT_FALSE(bytes.contains(QByteArray(32, 'S'))) << suffix;
    }
}

TEST_F(StoreContract, AnUnsealedBlobIsNotThere)
{
    const auto store = made(0);
    const Bytes content = bigContent(chunkBytes + 5);
    BlobInfo info;
    info.digest = sha256(content);
    info.bytes = static_cast<std::int64_t>(content.size());
    ASSERT_TRUE(*store->beginBlob(info));
    ASSERT_TRUE(store->putChunk(info.digest, 0, content.substr(0, chunkBytes)));
    EXPECT_EQ(codeOf(store->getBlob(info.digest, content.size()).error()), blobMissingCode);
    EXPECT_TRUE(store->listBlobs(std::nullopt, 10)->empty());
    EXPECT_EQ(codeOf(store->sealBlob(info.digest).error()), blobBadCode) << "a piece is missing";
    EXPECT_EQ(codeOf(store->putChunk(info.digest, 1, "late").error()), blobMissingCode) << "the failed attempt is gone";
    ASSERT_TRUE(*store->beginBlob(info));
    ASSERT_TRUE(store->putChunk(info.digest, 0, content.substr(0, chunkBytes)));
    ASSERT_TRUE(store->putChunk(info.digest, 1, content.substr(chunkBytes)));
    ASSERT_TRUE(store->sealBlob(info.digest));
    EXPECT_FALSE(*store->beginBlob(info)) << "already there";
    EXPECT_EQ(*store->getBlob(info.digest, content.size()), content);
}

TEST_F(StoreContract, AFileThatChangesWhileItIsReadIsRefused)
{
    const auto store = made(0);
    BlobInfo info;
    info.digest = sha256("what was hashed");
    info.bytes = 15;
    ASSERT_TRUE(*store->beginBlob(info));
    EXPECT_EQ(codeOf(store->putChunk(info.digest, 0, "what was hashed, and more").error()), blobBadCode);
    EXPECT_EQ(codeOf(store->putChunk(info.digest, 1, "x").error()), blobBadCode);
    EXPECT_EQ(codeOf(store->putChunk(info.digest, -1, "x").error()), blobBadCode);
    ASSERT_TRUE(store->putChunk(info.digest, 0, "What was hashed"));
    EXPECT_EQ(codeOf(store->sealBlob(info.digest).error()), blobBadCode);
    EXPECT_EQ(codeOf(store->blobInfo(info.digest).error()), blobMissingCode);
}

TEST_F(StoreTest, AlteredBytesAreSeenOnEveryRead)
{
    auto store = made(0);
    const Bytes salt = newSalt();
    const Digest evidence = *store->putBlob(BlobClass::Evidence, "report");
    const Digest name = *store->putBlob(BlobClass::Erasable, "A. Person", salt);
    ASSERT_EQ(editFile(path, "UPDATE chunk SET data=CAST('repOrt' AS BLOB) WHERE data=CAST('report' AS BLOB)"), "");
    EXPECT_EQ(codeOf(store->getBlob(evidence, 100).error()), blobBadCode);
    EXPECT_EQ(*store->getBlob(name, 100), "A. Person");
    ASSERT_EQ(editFile(path, "UPDATE blob SET salt=zeroblob(32) WHERE class='erasable'"), "");
    EXPECT_EQ(codeOf(store->getBlob(name, 100).error()), blobBadCode);
    ASSERT_EQ(editFile(path, "UPDATE blob SET bytes=5"), "");
    EXPECT_EQ(codeOf(store->getBlob(evidence, 100).error()), blobBadCode);
}

TEST_F(StoreContract, ARequiredBlobStaysRequired)
{
    const auto store = made(0);
    const Digest digest = *store->putBlob(BlobClass::Evidence, "policy");
    EXPECT_EQ(*store->putBlob(BlobClass::Required, "policy"), digest);
    EXPECT_EQ(store->blobInfo(digest)->blobClass, BlobClass::Required);
    EXPECT_EQ(*store->putBlob(BlobClass::Evidence, "policy"), digest);
    EXPECT_EQ(store->blobInfo(digest)->blobClass, BlobClass::Required);
}

} // namespace
} // namespace cs::test
