/** Bodies that advise and decide (Gremien), and which of them is competent for which matter and amount. */
package de.quartierwerk.funding.body;
