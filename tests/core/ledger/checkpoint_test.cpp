// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/checkpoint.h"
#include "core/ledger/merkle.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

const std::string officialKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const std::string officialNote =
    "This is an example message.\n\n\xE2\x80\x94 example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

QString codeOf(const auto& result)
{
    return result ? QString() : result.error().code();
}

TEST(NoteTest, OfficialVector)
{
    const auto key = note::VerifierKey::fromText(officialKey);
    ASSERT_TRUE(key) << key.error().message().toStdString();
    EXPECT_EQ(key->text(), officialKey);
    EXPECT_EQ(key->id(), 0x530d903aU);
    const auto parsed = note::parse(officialNote);
    ASSERT_TRUE(parsed) << parsed.error().message().toStdString();
    EXPECT_EQ(parsed->text, "This is an example message.\n");
    EXPECT_TRUE(note::verify(*parsed, std::span(&*key, 1)));
}

TEST(NoteTest, KeysHaveOneSpelling)
{
    for (const std::string& text : {std::string(), std::string("example.com/foo"), "x" + officialKey, officialKey + "=",
             std::string("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
             std::string("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")})
        EXPECT_FALSE(note::VerifierKey::fromText(text)) << text;
}

TEST(NoteTest, SeveralSigners)
{
    const SecretKey log = SecretKey::generate(), witness = SecretKey::generate();
    const std::string bytes = *note::cosignPlain(*note::sign("text\n", "log", log), "witness", witness);
    const auto parsed = *note::parse(bytes);
    EXPECT_EQ(parsed.lines.size(), 2U);
    const std::vector<note::VerifierKey> both{{"log", log.publicKey()}, {"witness", witness.publicKey()}};
    EXPECT_EQ(note::verify(parsed, both)->size(), 2U);
    EXPECT_EQ(note::verify(parsed, std::span(both).last(1))->size(), 1U) << "the unknown one is ignored";
    const std::vector<note::VerifierKey> stranger{{"log", witness.publicKey()}};
    EXPECT_EQ(codeOf(note::verify(parsed, stranger)), QStringLiteral("CS-NOTE-SIGNATURE")) << "no known key";
}

TEST(NoteTest, AKnownButWrongSignatureRejectsTheWholeNote)
{
    const SecretKey log = SecretKey::generate(), witness = SecretKey::generate();
    std::string bytes = *note::cosignPlain(*note::sign("text\n", "log", log), "witness", witness);
    auto parsed = *note::parse(bytes);
    parsed.lines[0].signature[3] = static_cast<char>(parsed.lines[0].signature[3] ^ 1);
    const std::vector<note::VerifierKey> both{{"log", log.publicKey()}, {"witness", witness.publicKey()}};
    EXPECT_FALSE(note::verify(parsed, both));
    EXPECT_TRUE(note::verify(parsed, std::span(both).last(1)));
}

TEST(NoteTest, RefusesOtherForms)
{
    const std::string sig = officialNote.substr(officialNote.find("\xE2"));
    const std::string bad[] = {"", "\n", "text\n", "text", sig, "text\n" + sig, "text\n\n", "text\n\n" + sig + "x\n",
        "te\rxt\n\n" + sig, std::string("te\0xt\n\n", 7) + sig, "\xFF\n\n" + sig,
        "text\n\n" + sig.substr(0, sig.size() - 1), "text\n\n- example.com/foo AAAA\n",
        "text\n\n\xE2\x80\x94  AAAAAAAA\n", "text\n\n\xE2\x80\x94 a+b AAAAAAAA\n", "text\n\n\xE2\x80\x94 a AAAA\n",
        "text\n\n\xE2\x80\x94 a AAAAAAA\n", std::string(70'000, 'x') + "\n\n" + sig};
    for (const std::string& text : bad)
        EXPECT_EQ(codeOf(note::parse(text)).left(3), QStringLiteral("CS-")) << text.substr(0, 80);
    EXPECT_FALSE(note::sign("no newline", "log", SecretKey::generate()));
    EXPECT_FALSE(note::sign("text\n", "a b", SecretKey::generate()));
    EXPECT_FALSE(note::sign("text\n", "", SecretKey::generate()));
}

TEST(CheckpointTest, RoundTrips)
{
    const SecretKey log = SecretKey::generate();
    const std::string id(32, 'a');
    const TreeHead head{42, leafHash("x")};
    const std::string bytes = *signCheckpoint(id, head, log);
    EXPECT_TRUE(bytes.starts_with("countersign.invalid/" + id + "\n42\n" + toBase64(head.root.bytes()) + "\n\n"));
    const std::vector<PublicKey> keys{SecretKey::generate().publicKey(), log.publicKey()};
    const auto opened = openCheckpoint(bytes, id, keys);
    ASSERT_TRUE(opened) << opened.error().message().toStdString();
    EXPECT_EQ(opened->head, head);
    EXPECT_EQ(codeOf(openCheckpoint(bytes, std::string(32, 'b'), keys)), QStringLiteral("CS-CHECKPOINT-ORIGIN"));
    EXPECT_FALSE(openCheckpoint(bytes, id, std::span(keys).first(1)));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string bad = bytes;
        bad[i] = static_cast<char>(bad[i] ^ 1);
        EXPECT_FALSE(openCheckpoint(bad, id, keys)) << i;
    }
}

TEST(CheckpointTest, RefusesOtherForms)
{
    const std::string root = toBase64(leafHash("x").bytes());
    EXPECT_TRUE(Checkpoint::fromText("o\n0\n" + root + "\n"));
    EXPECT_EQ(Checkpoint::fromText("o\n1\n" + root + "\next\n")->extensions.size(), 1U);
    for (const std::string& text : {std::string(), "o\n1\n" + root, "o\n01\n" + root + "\n", "o\n-1\n" + root + "\n",
             "o\n+1\n" + root + "\n", "o\n1 \n" + root + "\n", "o\n9223372036854775808\n" + root + "\n",
             std::string("o\n1\nAAAA\n"), "o\n1\n" + root + "\n\n", "\n1\n" + root + "\n", "o o\n1\n" + root + "\n",
             "o\n1\n" + root.substr(1) + "\n"})
        EXPECT_FALSE(Checkpoint::fromText(text)) << text;
}

TEST(CosignatureTest, SaysWhenAndIsNoPlainSignature)
{
    const SecretKey log = SecretKey::generate(), desk = SecretKey::generate();
    const std::string text = Checkpoint{"example.com/log", emptyTreeHead(), {}}.text();
    const std::string bytes = *note::sign(text, "example.com/log", log)
        + note::cosignature(text, "desk", desk, 1'770'000'000) + note::cosignature(text, "desk", desk, 1'769'000'000);
    const auto parsed = *note::parse(bytes);
    const note::VerifierKey witness{"desk", desk.publicKey(), note::KeyType::Cosignature};
    EXPECT_EQ(note::cosignedAt(parsed, witness)->value(), 1'770'000'000) << "the latest";
    EXPECT_EQ(note::VerifierKey::fromText(witness.text())->type, note::KeyType::Cosignature);
    const std::vector<note::VerifierKey> both{{"example.com/log", log.publicKey()}, witness};
    EXPECT_EQ(note::verify(parsed, both)->size(), 2U);
    const note::VerifierKey plain{"desk", desk.publicKey()};
    EXPECT_EQ(codeOf(note::verify(parsed, {&plain, 1})), QStringLiteral("CS-NOTE-SIGNATURE")) << "another kind of key";
    EXPECT_FALSE(*note::cosignedAt(parsed, {"other", desk.publicKey(), note::KeyType::Cosignature}));
}

TEST(CosignatureTest, AnotherTimeOrTextIsRefused)
{
    const SecretKey desk = SecretKey::generate();
    const std::string text = Checkpoint{"example.com/log", emptyTreeHead(), {}}.text();
    const note::VerifierKey witness{"desk", desk.publicKey(), note::KeyType::Cosignature};
    const auto good = *note::parse(text + "\n" + note::cosignature(text, "desk", desk, 1'770'000'000));
    EXPECT_TRUE(note::cosignedAt(good, witness));
    auto later = good;
    later.lines[0].signature[7] = static_cast<char>(later.lines[0].signature[7] ^ 1);
    EXPECT_FALSE(note::cosignedAt(later, witness));
    auto other = good;
    other.text[0] = 'E';
    EXPECT_FALSE(note::cosignedAt(other, witness));
    auto cut = good;
    cut.lines[0].signature.resize(64);
    EXPECT_FALSE(note::cosignedAt(cut, witness));
}

} // namespace
} // namespace cs
