package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.support.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The notice or agreement that binds the recipient (Zuwendungsbescheid, Zweckvereinbarung).
 *
 * @param kind notice or agreement
 * @param number file number
 * @param signedOn day of the notice or the last signature
 * @param conditions conditions
 * @param beforePayment conditions that must be met before money is paid
 * @param proofOfUseDue until when the proof of use is due
 * @param by name of the account
 * @param at instant of the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What binds the recipient")
public record Agreement(
        Kind kind,
        @Schema(examples = "ZV-2024-17") String number,
        LocalDate signedOn,

        @Schema(examples = "[\"Jährlicher Bericht über die Wirkung\"]")
        List<String> conditions,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PaymentCondition> beforePayment,
        @Nullable LocalDate proofOfUseDue,
        @Schema(examples = "funding-officer") String by,
        Instant at) {

    /** Copies the lists. */
    public Agreement {
        conditions = Texts.copy(conditions);
        beforePayment = Texts.copy(beforePayment);
    }

    /** The first condition that keeps money back; null where none does. */
    @Nullable
    PaymentCondition waiting() {
        return beforePayment.stream()
                .filter(PaymentCondition::waiting)
                .findFirst()
                .orElse(null);
    }

    /** The same where the condition of this number, from 1 on, is met. */
    Agreement with(int condition, PaymentCondition met) {
        List<PaymentCondition> all = new ArrayList<>(beforePayment);
        all.set(condition - 1, met);
        return new Agreement(kind, number, signedOn, conditions, all, proofOfUseDue, by, at);
    }

    /** Form of the bond. */
    @Schema(name = "AgreementKind")
    public enum Kind {
        /** A notice (Bescheid). */
        @JsonProperty("notice")
        NOTICE,
        /** A purpose-bound agreement (Zweckvereinbarung). */
        @JsonProperty("agreement")
        AGREEMENT
    }
}
