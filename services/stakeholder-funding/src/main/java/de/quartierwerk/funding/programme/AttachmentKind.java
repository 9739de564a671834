package de.quartierwerk.funding.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.kit.problem.MessageText;
import java.util.Locale;

/** What a file of an application is for (Anlage). */
public enum AttachmentKind {
    /** Statutes, register extract and the like (Nachweise über den Träger). */
    @JsonProperty("statutes")
    STATUTES,
    /** Concept (Konzept). */
    @JsonProperty("concept")
    CONCEPT,
    /** Plan of costs and financing (Kosten- und Finanzierungsplan). */
    @JsonProperty("cost-plan")
    COST_PLAN,
    /** Receipt (Beleg). */
    @JsonProperty("receipt")
    RECEIPT,
    /** Report (Sachbericht). */
    @JsonProperty("report")
    REPORT,
    /** Minutes or an extract from them (Niederschrift). */
    @JsonProperty("minutes")
    MINUTES,
    /** Notes of an interview on state and effect (leitfadengestütztes Interview). */
    @JsonProperty("interview")
    INTERVIEW,
    /** Anything else. */
    @JsonProperty("other")
    OTHER;

    /** Its name for people. */
    public MessageText words() {
        return MessageText.of("attachment.kind.name." + name());
    }

    /** Its name in addresses, requests and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that name. */
    public static AttachmentKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
