package de.quartierwerk.funding.letter;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.application.Agreement;
import de.quartierwerk.funding.application.ApplicationResponse;
import de.quartierwerk.funding.application.Decision;
import de.quartierwerk.funding.application.Hearing;
import de.quartierwerk.funding.application.Recovery;
import de.quartierwerk.funding.document.Document;
import de.quartierwerk.funding.document.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the documents of a grant from what is recorded of it. */
@ApplicationScoped
class LetterText {

    private final Wording words;

    LetterText(Wording words) {
        this.words = words;
    }

    Document of(LetterKind kind, long number, ApplicationResponse application) {
        String title = words.of("letter." + kind.name().toLowerCase(Locale.ROOT), Long.toString(number));
        Document.Writer out = Document.write(words.language(), title);
        List<List<String>> rows = new ArrayList<>();
        row(rows, "recipient", application.applicantName());
        row(rows, "project", application.content().title());
        Decision decision = requireNonNull(application.steps().decision());
        row(rows, "decides", decision.bodyName());
        row(rows, "decidedOn", words.day(decision.decidedOn()));
        row(rows, "paperNumber", decision.paperNumber());
        out.table(List.of(words.of("what"), words.of("value")), rows);
        switch (kind) {
            case NOTICE, AGREEMENT ->
                agreement(
                        out,
                        application,
                        decision,
                        requireNonNull(application.steps().agreement()));
            case HEARING ->
                hearing(out, application, requireNonNull(application.steps().hearing()));
            case RECOVERY_NOTICE ->
                recovery(out, requireNonNull(application.steps().recovery()));
        }
        return out.document();
    }

    private void agreement(
            Document.Writer out, ApplicationResponse application, Decision decision, Agreement agreement) {
        out.paragraph(words.of("letter.grants", words.money(application.granted())));
        out.table(
                List.of(words.of("year"), words.of("granted")),
                decision.amounts().stream()
                        .map(each -> List.of(Integer.toString(each.year()), words.money(each.amount())))
                        .toList());
        out.heading(words.of("purpose")).paragraph(application.content().purpose());
        out.heading(words.of("conditions"));
        agreement.conditions().forEach(out::paragraph);
        out.paragraph(words.of("letter.proof", words.day(agreement.proofOfUseDue())));
        out.heading(words.of("law")).paragraph(decision.legalBasis());
        out.paragraph(words.of("letter.signed", agreement.number(), words.day(agreement.signedOn())));
    }

    private void hearing(Document.Writer out, ApplicationResponse application, Hearing hearing) {
        out.paragraph(words.of("letter.hears", words.day(hearing.until())));
        List<List<String>> rows = new ArrayList<>();
        if (application.steps().review() != null) {
            row(rows, "eligible", words.money(application.steps().review().eligible()));
            row(rows, "recoverable", words.money(application.steps().review().recoverable()));
        }
        if (application.steps().revocation() != null) {
            row(rows, "reason", application.steps().revocation().reason());
            row(
                    rows,
                    "recoverable",
                    words.money(application.steps().revocation().recoverable()));
        }
        out.table(List.of(words.of("what"), words.of("value")), rows);
        out.paragraph(words.of("letter.dated", words.day(hearing.sentOn())));
    }

    private void recovery(Document.Writer out, Recovery recovery) {
        out.paragraph(words.of("letter.claims", words.money(recovery.amount())));
        List<List<String>> rows = new ArrayList<>();
        row(rows, "reason", recovery.reason());
        row(rows, "law", recovery.legalBasis());
        row(rows, "heardOn", words.day(recovery.heardOn()));
        row(rows, "statement", recovery.statement());
        if (recovery.interestTerms() != null) {
            row(rows, "interestFrom", words.day(recovery.interestTerms().from()));
        }
        out.table(List.of(words.of("what"), words.of("value")), rows);
        out.paragraph(words.of("letter.dated", words.day(recovery.decidedOn())));
    }

    private void row(List<List<String>> rows, String code, @Nullable String value) {
        rows.add(List.of(words.of(code), value == null ? "" : value));
    }
}
