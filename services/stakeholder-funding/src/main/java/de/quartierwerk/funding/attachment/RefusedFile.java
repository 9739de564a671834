package de.quartierwerk.funding.attachment;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import java.util.List;

/** Why a file may not be attached. */
enum RefusedFile {
    /** It holds nothing. */
    EMPTY,
    /** It is none of the types that may be attached, whatever its name says. */
    TYPE,
    /** It cannot be read as what it says it is. */
    BROKEN,
    /** It is encrypted or needs a password. */
    ENCRYPTED,
    /** It holds macros. */
    MACROS,
    /** It holds objects of other programs. */
    OBJECTS,
    /** It runs scripts, starts programs or holds other files. */
    ACTIVE,
    /** It grows too large when it is unpacked. */
    EXPANDING,
    /** It holds the string by which virus scanners are tested. */
    VIRUS;

    /** 422 with the reason. */
    Invalid refusal() {
        MessageText reason = MessageText.of("attachment.refused." + name());
        return new Invalid(
                "attachment.refused", List.of(InputError.at("file", "attachment.refused", null, reason)), reason);
    }
}
