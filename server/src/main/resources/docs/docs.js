// The reference, and the token that its requests carry. The token stays in this page.
'use strict';

let token = '';

const outcome = document.getElementById('outcome');

async function signIn(fields) {
  const answer = await fetch('../oauth/token', {
    method: 'POST',
    headers: { Authorization: 'Basic ' + btoa(fields.get('client') + ':' + fields.get('secret')) },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: fields.get('account') }),
  });
  const told = await answer.json();
  if (!answer.ok) {
    throw new Error(told.reason);
  }
  token = told.access_token;
  return 'Requests carry a token for ' + Math.round(told.expires_in / 60) + ' minutes.';
}

document.getElementById('sign-in').addEventListener('submit', async (submitted) => {
  submitted.preventDefault();
  token = '';
  outcome.textContent = await signIn(new FormData(submitted.target)).catch((fault) => 'No token: ' + fault.message);
});

// The form above signs in; Swagger UI's own dialog would need a redirect URI that no app has. There is one server.
const nothing = () => () => null;
const withoutDialog = () => ({
  wrapComponents: { authorizeBtn: nothing, authorizeOperationBtn: nothing, ServersContainer: nothing },
});

window.ui = SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  plugins: [withoutDialog],
  requestInterceptor: (request) => {
    if (token && !request.headers.Authorization && !request.loadSpec) {
      request.headers.Authorization = 'Bearer ' + token;
    }
    return request;
  },
});
