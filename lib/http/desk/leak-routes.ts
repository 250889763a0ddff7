import { deskLeaksApi } from '@/lib/domain/api/desk-leaks';
import { rateFields } from '@/lib/domain/rate-limit';
import { openRoute } from '@/lib/http/rest/rest-route';
import { admitReport } from '@/lib/services/access/admit-request';
import { reportLeaked } from '@/lib/services/tokens/report-leaked';

/** `POST /api/v1/credentials/revoke`: 202 with one body, whatever the strings were. */
export const leakRoutes = [
  openRoute(deskLeaksApi.reportLeaked, async (facts, { body }) => {
    const rate = admitReport(facts.address);
    await reportLeaked(facts, body);
    return { status: 202, headers: rateFields(rate), body: { message: 'What of it was alive has ended.' } };
  }),
];
