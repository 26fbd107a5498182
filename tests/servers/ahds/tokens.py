"""The server of tokens beside it: by client credentials (RFC 6749, 4.4), as Microsoft's Entra gives them."""

from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

CLIENT, SECRET = "imagini", "secret-of-the-tests"
SCOPE = "https://dicom.healthcareapis.azure.com/.default"
RIGHT = {
    "grant_type": ["client_credentials"],
    "client_id": [CLIENT],
    "client_secret": [SECRET],
    "scope": [SCOPE],
}


async def issue(request: Request, token: str) -> Response:
    if parse_qs((await request.body()).decode()) != RIGHT:
        return JSONResponse({"error": "invalid_client"}, 401)
    return JSONResponse({"access_token": token, "token_type": "Bearer", "expires_in": 3599})
